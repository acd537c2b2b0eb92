-- an agreement ends no earlier than it begins
select fact_id, effective_on, expires_on from agreements where expires_on < effective_on
