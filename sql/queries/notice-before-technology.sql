-- How many days before bringing in technology must an employer give notice, in which agreements, and in which words?
select notice_days, agreement, employers, article, section, page, quote
from clauses
where notice_days is not null and list_has_any(topics, ['advance_notice', 'consultation_bargaining', 'training'])
order by notice_days desc, agreement, page, fact_id
