-- Where may technology come in, or change, only when the union or the worker consents, and in which words?
select agreement, unions, employers, primary_topic, article, page, quote
from clauses
where regexp_matches(quote, '(?i)\b(mutual(ly)? (agree\w*|consent)|(consent|approval|agreement|concurrence|permission) of the (union|association|guild|local|council|parties|employees?|performer|player|worker|member)|(union|association|guild|local|employee|player|performer|player|worker|member)[’'']?s?[’'']? (prior |express |written |advance )*(consent|approval|agreement|permission)|(unless|until) (and until )?(the )?(union|association|guild|parties|player|employee|performer)\w* (ha\w+ )?(mutually )?(agree|consent)\w*|without (the |prior |express |written |mutual )*(consent|approval|agreement|permission)|agreed (to |upon )?(by|between) the (union|parties|employer and the union))')
order by agreement, page, fact_id
