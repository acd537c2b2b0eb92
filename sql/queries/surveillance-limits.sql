-- How do agreements limit cameras, GPS, telematics and other monitoring, and may recordings be used for discipline?
select agreement, topics, technologies, modality, duty_bearer, article, page, quote
from clauses
where list_has_any(topics, ['monitoring_limits', 'discipline_limits'])
order by agreement, page, fact_id
