-- Which bills on AI and work are where, and how far is each?
select jurisdiction, status, name, bill_number, year, sponsors, last_told_on
from legislation_tracker
order by jurisdiction nulls last, status, name
