-- Which figures on AI and work are in circulation, for which period, and who says so?
select s.value, s.unit, s.direction, s.metric, s.period, s.attributed_to, d.title, d.published_on, s.quote
from statistics s join documents d using (document_id)
where d.duplicate_of is null and d.relevance >= 0.5
order by d.published_on desc nulls last, s.metric
