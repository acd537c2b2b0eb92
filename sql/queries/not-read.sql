-- Which documents could not be read, or only with a loss, and why?
select d.status, i.code, i.severity, i.message, d.url
from issues i left join documents d using (document_id)
where i.severity <> 'info'
order by i.severity, i.code, d.url
