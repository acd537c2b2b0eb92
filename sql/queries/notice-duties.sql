-- Who must give how many days' notice of what, to whom, and with which remedy if it is not given?
with remedy as (
    select document_id, article, string_agg(distinct regexp_replace(quote, '\s+', ' ', 'g'), ' / ') as words
    from provisions
    where list_contains(topics, 'remedies') and article is not null
    group by all
)
select c.duty_bearer as who, c.notice_days as days, coalesce(array_to_string(c.technologies, ', '), c.heading) as of_what,
       p.beneficiary as to_whom, r.words as remedy, c.agreement, c.employers, c.article, c.page, c.quote
from clauses c
join provisions p using (fact_id)
left join remedy r on r.document_id = c.document_id and r.article = c.article
where c.notice_days is not null and c.modality in ('obligation', 'prohibition')
order by c.notice_days desc, c.agreement, c.page, c.fact_id
