-- How an agreement's technology language differs from its predecessor's or a sister agreement's, clause by clause.
create view redlines as
select a.name as agreement, a.unions, a.employers, a.effective_on, c.relation,
       b.name as against, b.unions as against_unions, b.effective_on as against_effective_on,
       c.change, coalesce(p.primary_topic, q.primary_topic) as primary_topic,
       coalesce(p.article, q.article) as article, coalesce(p.heading, q.heading) as heading,
       c.redline, c.likeness, p.quote, q.quote as against_quote, p.page, q.page as against_page,
       c.agreement_id, c.against_id, c.fact_id, c.against_fact_id
from clause_comparisons c
join agreement_index a on a.agreement_id = c.agreement_id
join agreement_index b on b.agreement_id = c.against_id
left join provisions p on p.fact_id = c.fact_id
left join provisions q on q.fact_id = c.against_fact_id;
