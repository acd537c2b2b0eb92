-- Who says what: quotes with the speaker's organization and its kind.
create view voices as
select q.speaker_name, q.speaker_role, o.name as organization, o.kind, q.text, q.page, d.title, d.publisher,
       d.published_on, d.url, q.confidence, q.person_id, q.organization_id, q.fact_id, q.document_id
from quotes q
join documents d using (document_id)
left join organizations o using (organization_id)
where d.duplicate_of is null;
