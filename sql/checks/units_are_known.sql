-- a statistic's unit is one of the codes or an ISO 4217 currency code
select fact_id, unit from statistics
where unit not in ('percent', 'count', 'people', 'hours', 'days', 'weeks', 'months', 'years', 'multiple')
  and not regexp_full_match(unit, '[A-Z]{3}')
