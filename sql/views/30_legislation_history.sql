-- One row per step of a bill's way: what happened when and in which chamber, when Steward learned it, from which documents.
create view legislation_history as
with names as (
    select legislation_id, mode(name) as name, min(bill_number) as bill_number, mode(jurisdiction) as jurisdiction
    from legislation group by 1
)
select n.name, n.bill_number, n.jurisdiction, e.occurred_on, e.kind, e.happened, max(e.chamber) as chamber,
       min(e.learned_at) as learned_at, list(distinct d.source_id order by d.source_id) filter (d.source_id is not null) as sources,
       arg_min(e.fact_id, d.fetched_at) as fact_id, arg_min(e.document_id, d.fetched_at) as document_id, e.legislation_id
from legislation_events e join documents d using (document_id) join names n using (legislation_id)
group by all
order by n.name, e.occurred_on;
