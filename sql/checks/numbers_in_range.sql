-- counts and notice periods are not negative
select 'provisions' as what, fact_id from provisions where notice_days < 0
union all
select 'coalitions', fact_id from coalitions where member_count < 0 or workers_represented < 0
union all
select 'agreements', fact_id from agreements where workers_covered < 0
union all
select 'statistics', fact_id from statistics where not isfinite(value)
