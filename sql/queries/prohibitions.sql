-- What may employers not do with technology, by law and by contract?
select p.instrument, p.primary_topic, p.technologies, p.quote, d.title, p.page
from provisions p join documents d using (document_id)
where p.modality = 'prohibition' and p.instrument in ('agreement', 'legislation') and d.duplicate_of is null
order by p.instrument, p.primary_topic, d.title, p.char_start
