-- What is asked of employers and lawmakers, or recommended: demands and recommendations with who makes them.
create view demands as
select p.primary_topic, p.topics, p.instrument, p.actor, p.addressee, p.modality, p.duty_bearer, p.notice_days,
       p.technologies, p.quote, p.page, p.confidence, d.title, d.publisher, d.published_on, d.document_type, d.url,
       p.fact_id, p.document_id
from provisions p join documents d using (document_id)
where p.instrument in ('demand', 'recommendation') and d.duplicate_of is null;
