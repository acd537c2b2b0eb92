-- Which agreements follow one another, and on which topics does the newer one say something on technology for the first time?
select employers, unions, position, name, effective_on, expires_on, predecessor, technology_clauses, new_topics, letters
from agreement_chain
where predecessor_id is not null or successor_id is not null or letters is not null
order by employers, series_id, position
