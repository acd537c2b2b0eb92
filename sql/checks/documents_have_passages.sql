-- a document that was read has text, and passages that hold it
select document_id, url from documents d
where status = 'parsed' and (text is null or not exists (from passages p where p.document_id = d.document_id))
