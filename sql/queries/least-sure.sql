-- Which facts is Steward least sure of, and should be read before they are used?
select table_name, fact, confidence, quote, title
from fact_evidence
where table_name <> 'organization_mentions' and duplicate_of is null
order by confidence, table_name, fact_id
limit 50
