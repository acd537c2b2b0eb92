-- Who speaks and acts for which union, in which role?
select a.person_name, a.role, o.name as organization, count(distinct a.document_id) as documents
from affiliations a join organizations o using (organization_id)
where o.kind in ('union', 'federation')
group by all
order by organization, person_name
