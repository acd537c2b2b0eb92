-- Who supports and who opposes which piece of legislation, and how far has it come?
select name, bill_number, jurisdiction, status, supporters, opponents, sponsors, documents
from legislation_tracker
where len(supporters) + len(opponents) > 0
order by len(supporters) + len(opponents) desc, name
