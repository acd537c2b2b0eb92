-- Successive agreements of the same parties: each with the one before it, the one after, and what letters change it.
create view agreement_chain as
with at_hand as (
    select l.*, i.name, i.unions, i.employers, i.effective_on, i.expires_on, i.year, i.jurisdiction,
           i.technology_clauses, i.topics, i.title, i.url
    from agreement_links l join agreement_index i using (agreement_id)
)
select a.series_id,
       row_number() over (
           partition by a.series_id order by a.effective_on nulls last, a.year, a.expires_on, a.agreement_id
       ) as position,
       a.part, a.name, a.unions, a.employers, a.effective_on, a.expires_on, a.year, a.jurisdiction,
       a.technology_clauses, list_filter(a.topics, t -> not list_contains(coalesce(p.topics, []), t)) as new_topics,
       p.name as predecessor, p.expires_on as predecessor_expires_on, s.name as successor,
       m.name as amends, changed.letters, a.title, a.url,
       a.agreement_id, a.predecessor_id, s.agreement_id as successor_id, a.amends_id, a.document_id
from at_hand a
left join at_hand p on p.agreement_id = a.predecessor_id
left join at_hand m on m.agreement_id = a.amends_id
left join lateral (
    select arg_min(agreement_id, (coalesce(effective_on, expires_on), agreement_id)) as agreement_id,
           arg_min(name, (coalesce(effective_on, expires_on), agreement_id)) as name
    from at_hand n where n.predecessor_id = a.agreement_id
) s on true
left join lateral (
    select list(coalesce(name, title) order by effective_on, agreement_id) as letters
    from at_hand n where n.amends_id = a.agreement_id
) changed on true;
