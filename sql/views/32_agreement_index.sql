-- One row per agreement: parties, term, and how many clauses on technology it holds, by topic.
create view agreement_index as
with agreement as (
    select agreement_id,
           arg_max(name, is_full_text::int) as name,
           arg_max(unions, is_full_text::int) as unions,
           arg_max(employers, is_full_text::int) as employers,
           arg_max(effective_on, is_full_text::int) as effective_on,
           arg_max(expires_on, is_full_text::int) as expires_on,
           min(year) as year,
           arg_max(jurisdiction, is_full_text::int) as jurisdiction,
           max(workers_covered) as workers_covered,
           bool_or(is_full_text) as is_full_text,
           count(distinct document_id) as documents,
           arg_max(document_id, is_full_text::int) as document_id
    from agreements semi join (from documents where duplicate_of is null) using (document_id)
    group by agreement_id
),
clause as (
    select instrument_id as agreement_id, count(*) as technology_clauses,
           list(distinct primary_topic order by primary_topic) as topics
    from provisions semi join (from documents where duplicate_of is null) using (document_id)
    where instrument = 'agreement' group by 1
)
select a.name, a.unions, a.employers, a.effective_on, a.expires_on, a.year, a.jurisdiction, a.workers_covered,
       coalesce(c.technology_clauses, 0) as technology_clauses, coalesce(c.topics, []) as topics, a.is_full_text,
       a.documents, d.page_count, d.title, d.url, a.agreement_id, a.document_id
from agreement a join documents d using (document_id) left join clause c using (agreement_id);
