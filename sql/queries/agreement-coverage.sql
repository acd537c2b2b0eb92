-- How much of each agreement was read: where no clause was found, is there none, or was it not readable?
with troubled as (
    select document_id, list(distinct code order by code) as issues
    from issues where stage = 'parse' and severity <> 'info' group by all
),
clause as (select document_id, count(*) as technology_clauses from clauses group by all),
told as (
    select document_id, any_value(name) as name, any_value(employers) as employers
    from agreements where is_full_text group by all
)
select coalesce(t.name, d.title) as agreement, t.employers,
       case when d.status <> 'parsed' then 'not read'
            when d.pages_unread > 0 then 'read in part'
            when d.ocr_confidence < 70 then 'read with doubt'
            else 'read' end as coverage,
       d.page_count, d.pages_read, d.pages_by_ocr, d.ocr_confidence, d.pages_blank, d.pages_unread, d.unread_pages,
       coalesce(c.technology_clauses, 0) as technology_clauses, coalesce(i.issues, []) as issues, d.url
from documents d
left join told t using (document_id)
left join clause c using (document_id)
left join troubled i using (document_id)
where d.document_type = 'agreement' or d.status = 'needs_ocr'
order by coverage = 'read', d.pages_unread desc nulls last, agreement, d.url
