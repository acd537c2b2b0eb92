-- One row per person: names, roles and organizations as documents give them.
create view people as
select person_id, mode(person_name) as name, list(distinct role order by role) as roles,
       list(distinct organization_name order by organization_name) filter (organization_name is not null) as organizations,
       count(distinct document_id) as documents
from affiliations semi join (from documents where duplicate_of is null) using (document_id)
group by person_id;
