-- Which contracts keep a human in the loop, since when, and in which words?
select agreement, unions, employers, effective_on, article, page, quote
from clauses
where list_contains(topics, 'human_oversight')
order by effective_on nulls last, agreement, page, fact_id
