-- every name has an id, and every id of an organization is in `organizations`
with organized as (
    select 'organization_mentions' as what, fact_id, organization_name, organization_id from organization_mentions
    union all
    select 'affiliations', fact_id, organization_name, organization_id from affiliations
    union all
    select 'coalition_members', fact_id, organization_name, organization_id from coalition_members
    union all
    select 'legislation_positions', fact_id, organization_name, organization_id from legislation_positions
    union all
    select 'quotes', fact_id, organization_name, organization_id from quotes
)
select what, fact_id from organized f left join organizations o on o.organization_id = f.organization_id
where (f.organization_name is not null) <> (f.organization_id is not null)
   or (f.organization_id is not null) <> (o.organization_id is not null)
union all
select 'affiliations', fact_id from affiliations where person_id is null
union all
select 'coalitions', fact_id from coalitions where coalition_id is null
union all
select 'coalition_members', fact_id from coalition_members where coalition_id is null
union all
select 'legislation', fact_id from legislation where legislation_id is null
union all
select 'legislation_positions', fact_id from legislation_positions where legislation_id is null
union all
select 'legislation_events', fact_id from legislation_events where legislation_id is null or learned_at is null
union all
select 'agreements', fact_id from agreements where agreement_id is null
union all
select 'quotes', fact_id from quotes where (speaker_name is not null) <> (person_id is not null)
