-- Who belongs to which coalition, or signed which letter, in what part, and the sentence that says so.
create view coalition_roster as
select coalesce(c.name, m.coalition_name) as coalition, o.name as organization, o.kind, o.country, m.role,
       c.member_count, c.workers_represented, c.announced_on, m.quote, m.page, m.confidence,
       d.title, d.publisher, d.published_on, d.url, m.coalition_id, m.organization_id, m.fact_id, m.document_id
from coalition_members m
join documents d using (document_id)
left join organizations o using (organization_id)
left join (
    select coalition_id, min(name) as name, max(member_count) as member_count,
           max(workers_represented) as workers_represented, min(announced_on) as announced_on
    from coalitions group by coalition_id
) c using (coalition_id)
where d.duplicate_of is null;
