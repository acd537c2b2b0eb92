-- In which contracts must a person decide, from what day on, and how is it worded?
select agreement, unions, employers, effective_on, article, page, quote
from clauses
where list_contains(topics, 'human_oversight')
order by effective_on nulls last, agreement, page, fact_id
