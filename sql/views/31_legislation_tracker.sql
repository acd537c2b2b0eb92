-- One row per piece of legislation: how far it is, its history, whose it is, who backs and opposes it, in how many documents.
create view legislation_tracker as
with told as (
    select l.*, d.published_on, d.url,
           list_position(['proposed', 'introduced', 'passed_chamber', 'passed', 'enacted', 'in_force'], l.status) as reached
    from legislation l join documents d using (document_id)
    where d.duplicate_of is null
),
laws as (
    select legislation_id,
           mode(name) as name,
           min(bill_number) as bill_number,
           mode(jurisdiction) as jurisdiction,
           arg_max(status, coalesce(epoch(published_on), 0) * 10 + reached) filter (status is not null) as status,
           max(status_on) as status_on,
           min(year) as year,
           flatten(list(sponsors)) as sponsors,
           count(distinct url) as documents,
           min(published_on) as first_told_on,
           max(published_on) as last_told_on
    from told group by legislation_id
),
positions as (
    select p.legislation_id,
           list(distinct o.name order by o.name) filter (p.position = 'support') as supporters,
           list(distinct o.name order by o.name) filter (p.position = 'oppose') as opponents
    from legislation_positions p join organizations o using (organization_id) group by 1
),
steps as (
    select legislation_id,
           list(strftime(occurred_on, '%Y-%m-%d') || ' ' || happened order by occurred_on, happened) as history,
           max(occurred_on) as last_step_on
    from legislation_history group by 1
)
select l.name, l.bill_number, l.jurisdiction, l.status, l.status_on, l.year, list_sort(list_distinct(l.sponsors)) as sponsors,
       coalesce(p.supporters, []) as supporters, coalesce(p.opponents, []) as opponents, l.documents, l.first_told_on,
       l.last_told_on, l.legislation_id, s.last_step_on, coalesce(s.history, []) as history
from laws l left join positions p using (legislation_id) left join steps s using (legislation_id);
