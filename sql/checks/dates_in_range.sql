-- dates lie between 1800 and 2200
select 'documents' as what, document_id, published_on as day from documents where year(published_on) not between 1800 and 2200
union all
select 'events', fact_id, occurred_on from events where year(occurred_on) not between 1800 and 2200
union all
select 'legislation', fact_id, status_on from legislation where year(status_on) not between 1800 and 2200
union all
select 'agreements', fact_id, effective_on from agreements where year(effective_on) not between 1800 and 2200
union all
select 'agreements', fact_id, expires_on from agreements where year(expires_on) not between 1800 and 2200
union all
select 'coalitions', fact_id, announced_on from coalitions where year(announced_on) not between 1800 and 2200
union all
select 'legislation_events', fact_id, occurred_on from legislation_events where year(occurred_on) not between 1800 and 2200
