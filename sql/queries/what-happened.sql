-- What happened, day by day, and which sentence says so?
select day, kind, what, place, quote, title
from timeline
order by day desc, kind, fact_id
