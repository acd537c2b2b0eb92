-- Contract language on technology, in the agreement's own text or as reported, with its agreement.
create view clauses as
select p.primary_topic, p.topics, p.modality, p.duty_bearer, p.notice_days, p.technologies,
       a.name as agreement, a.unions, a.employers, a.effective_on, a.expires_on, a.jurisdiction,
       p.article, p.section, p.heading, p.page, p.quote,
       coalesce(a.is_full_text, false) as is_full_text, p.confidence, p.instrument_id as agreement_id, d.title,
       d.published_on, d.url, p.fact_id, p.document_id
from provisions p
join documents d using (document_id)
left join agreements a
       on a.agreement_id = p.instrument_id and a.document_id = p.document_id
where p.instrument = 'agreement' and d.duplicate_of is null
qualify row_number() over (partition by p.fact_id order by a.is_full_text desc nulls last, a.fact_id) = 1;
