-- Who belongs to which coalition or signed which letter, and what kind of organization is each?
select coalition, organization, kind, role, member_count, workers_represented, title
from coalition_roster
order by coalition, role, organization
