-- Every fact of every table on one line: what it says in short, its sentence, where it stands. Copies of documents
-- have their facts, too: leave them out with `duplicate_of is null`.
create view fact_evidence as
with facts as (
    select 'organization_mentions' as table_name, fact_id, document_id, char_start, page, quote, confidence, extractor,
           organization_name as fact from organization_mentions
    union all by name
    select 'affiliations' as table_name, fact_id, document_id, char_start, page, quote, confidence, extractor,
           concat_ws(', ', person_name, role, organization_name) as fact from affiliations
    union all by name
    select 'coalitions' as table_name, fact_id, document_id, char_start, page, quote, confidence, extractor,
           concat_ws(', ', name, member_count || ' members', workers_represented || ' workers') as fact from coalitions
    union all by name
    select 'coalition_members' as table_name, fact_id, document_id, char_start, page, quote, confidence, extractor,
           organization_name || ', ' || role || ' of ' || coalition_name as fact from coalition_members
    union all by name
    select 'legislation' as table_name, fact_id, document_id, char_start, page, quote, confidence, extractor,
           concat_ws(', ', name, bill_number, jurisdiction, status) as fact from legislation
    union all by name
    select 'legislation_positions' as table_name, fact_id, document_id, char_start, page, quote, confidence, extractor,
           organization_name || ' (' || position || '): ' || legislation_name as fact from legislation_positions
    union all by name
    select 'agreements' as table_name, fact_id, document_id, char_start, page, quote, confidence, extractor,
           concat_ws(', ', name, array_to_string(unions, '; '), array_to_string(employers, '; '), effective_on, expires_on)
           as fact from agreements
    union all by name
    select 'provisions' as table_name, fact_id, document_id, char_start, page, quote, confidence, extractor,
           concat_ws(', ', instrument, array_to_string(topics, '; '), modality, duty_bearer) as fact from provisions
    union all by name
    select 'statistics' as table_name, fact_id, document_id, char_start, page, quote, confidence, extractor,
           concat_ws(' ', format('{:.10g}', value), unit || ':', metric, period) as fact from statistics
    union all by name
    select 'quotes' as table_name, fact_id, document_id, char_start, page, quote, confidence, extractor,
           concat_ws(', ', speaker_name, organization_name) as fact from quotes
    union all by name
    select 'events' as table_name, fact_id, document_id, char_start, page, quote, confidence, extractor,
           concat_ws(', ', kind, name, occurred_on, place) as fact from events
)
select f.table_name, f.fact, f.quote, f.page, d.title, d.publisher, d.published_on, d.document_type, d.url,
       f.confidence, f.extractor, f.char_start, d.duplicate_of, f.fact_id, f.document_id
from facts f join documents d using (document_id);
