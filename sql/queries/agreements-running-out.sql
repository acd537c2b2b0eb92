-- Which agreements end next, and what do they say on technology so far?
select expires_on, name, unions, employers, technology_clauses, topics
from agreement_index
where is_full_text and expires_on is not null
order by expires_on, name, agreement_id
