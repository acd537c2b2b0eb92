-- One row per topic: how often it is demanded, recommended, agreed in contracts, promised by employers, and made law.
create view topic_across_instruments as
select topic,
       count(*) filter (instrument = 'demand') as demands,
       count(*) filter (instrument = 'recommendation') as recommendations,
       count(*) filter (instrument = 'agreement') as clauses,
       count(*) filter (instrument = 'policy') as policies,
       count(*) filter (instrument = 'legislation') as laws,
       count(distinct instrument_id) filter (instrument = 'agreement') as agreements,
       count(distinct instrument_id) filter (instrument = 'legislation') as pieces_of_legislation,
       min(published_on) filter (instrument = 'demand') as first_demand_on,
       count(distinct document_id) as documents
from (
    select unnest(p.topics) as topic, p.instrument, p.instrument_id, p.document_id, d.published_on
    from provisions p join documents d using (document_id)
    where d.duplicate_of is null
)
group by topic;
