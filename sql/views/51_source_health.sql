-- How each source fares: its last night, when it last answered and last brought something new, and whether it is stale.
create view source_health as
with night as (
    select n.*, r.started_at,
           row_number() over (partition by n.source_id order by r.started_at desc) as nth,
           max(r.started_at) filter (n.outcome not in ('failed', 'skipped')) over (partition by n.source_id) as well_at
    from source_runs n join runs r using (run_id)
),
seen as (
    select source_id, max(fetched_at) filter (outcome in ('new', 'unchanged', 'not_modified')) as last_answer,
           max(fetched_at) filter (outcome = 'new') as last_new
    from captures group by source_id
),
held as (select source_id, count(*) as documents, max(published_on) as newest from documents group by source_id)
select s.source_id, s.title, n.outcome, coalesce(n.is_stale, true) as is_stale, n.well_at as last_well,
       c.last_answer, c.last_new, coalesce(h.documents, 0) as documents, h.newest, s.silence_days, n.seen, n.new,
       n.unchanged, n.failed, n.why
from sources s
left join night n on n.source_id = s.source_id and n.nth = 1
left join seen c on c.source_id = s.source_id
left join held h on h.source_id = s.source_id;
