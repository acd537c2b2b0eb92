-- Who must train workers for new technology, who pays, and where is it written?
select instrument, duty_bearer, modality, quote, d.title, page
from provisions p join documents d using (document_id)
where list_contains(topics, 'training') and instrument in ('agreement', 'legislation', 'policy') and d.duplicate_of is null
order by instrument, d.title, char_start
