-- One row per document: how many facts of each kind were found in it.
create view document_facts as
with counted as (
    select document_id, table_name, count(*) as facts from fact_evidence group by all
)
select d.document_id, d.title, d.document_type, d.publisher, d.published_on, d.status, d.relevance, d.duplicate_of, d.url,
       coalesce(sum(facts), 0)::bigint as facts,
       coalesce(sum(facts) filter (table_name = 'provisions'), 0)::bigint as provisions,
       coalesce(sum(facts) filter (table_name in ('coalitions', 'coalition_members')), 0)::bigint as coalitions,
       coalesce(sum(facts) filter (table_name in ('legislation', 'legislation_positions')), 0)::bigint as legislation,
       coalesce(sum(facts) filter (table_name = 'agreements'), 0)::bigint as agreements,
       coalesce(sum(facts) filter (table_name = 'statistics'), 0)::bigint as statistics,
       coalesce(sum(facts) filter (table_name = 'quotes'), 0)::bigint as quotes,
       coalesce(sum(facts) filter (table_name = 'events'), 0)::bigint as events
from documents d left join counted using (document_id)
group by all;
