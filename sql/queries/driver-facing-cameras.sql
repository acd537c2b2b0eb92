-- Which agreements forbid cameras that face the driver or worker, or limit what they may record, and in which words?
select agreement, unions, employers, modality, article, page, quote
from clauses
where regexp_matches(quote, '(?i)\b(cameras?|video|recorders?|recordings?)\b')
  and regexp_matches(quote, '(?i)\b((driver|inward|inside|operator|cab|rear|employee|cabin)s?[- ]?(facing|view)|(in|inside|of)[- ](the )?(cab|cabin|vehicle|package car)|record(ing)? (the |a |any )?(driver|operator|employee|bargaining unit)|cameras? that (face|film|record))')
  and (modality = 'prohibition' or regexp_matches(quote, '(?i)\b(not|no|never|only|prohibit\w*|without|disabled?|unless)\b'))
order by modality = 'prohibition' desc, agreement, page, fact_id
