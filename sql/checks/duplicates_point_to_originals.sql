-- `duplicate_of` names a document that is itself no duplicate
select d.document_id, d.duplicate_of from documents d left join documents o on o.document_id = d.duplicate_of
where d.duplicate_of is not null and (o.document_id is null or o.duplicate_of is not null)
