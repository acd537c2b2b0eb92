-- the text of every passage is exactly its part of the document's text
select p.passage_id from passages p join documents d using (document_id)
where d.text is not null and p.kind in ('heading', 'paragraph', 'list_item', 'table')
  and p.text is distinct from substr(d.text, p.char_start + 1, p.char_end - p.char_start)
