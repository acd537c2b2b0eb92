-- a fact's page is a page of its document
select f.fact_id, f.page, d.page_count from fact_evidence f join documents d using (document_id)
where f.page is not null and f.page not between 1 and coalesce(d.page_count, 0)
