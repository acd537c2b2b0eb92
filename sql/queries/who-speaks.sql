-- Whose words are quoted most on AI and work: unions, employers, lawmakers or researchers?
select coalesce(kind, 'not known') as kind, count(*) as quotes, count(distinct person_id) as speakers,
       count(distinct document_id) as documents
from voices
group by all
order by quotes desc, kind
