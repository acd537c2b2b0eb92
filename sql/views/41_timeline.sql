-- What happened when: events, legislation, agreements and coalitions whose full date is known, in one line of time.
create view timeline as
with happened as (
    select occurred_on as day, kind, coalesce(name, quote) as what, place, quote, page, fact_id, document_id from events
    union all by name
    select status_on as day, 'legislation_' || status as kind, name as what, jurisdiction as place, quote, page, fact_id,
           document_id from legislation
    union all by name
    select effective_on as day, 'agreement_effective' as kind, coalesce(name, array_to_string(unions, '; ')) as what,
           jurisdiction as place, quote, page, fact_id, document_id from agreements
    union all by name
    select expires_on as day, 'agreement_expires' as kind, coalesce(name, array_to_string(unions, '; ')) as what,
           jurisdiction as place, quote, page, fact_id, document_id from agreements
    union all by name
    select announced_on as day, 'coalition_announced' as kind, name as what, place, quote, page, fact_id, document_id
    from coalitions
)
select h.day, h.kind, h.what, h.place, h.quote, h.page, d.title, d.url, h.fact_id, h.document_id
from happened h join documents d using (document_id)
where h.day is not null and d.duplicate_of is null;
