-- How does each agreement's technology language differ from that of the agreement before it, or of a sister agreement?
select agreement, relation, against, change, primary_topic, article, redline
from redlines
where change <> 'same'
order by relation, agreement, against, change, article, fact_id, against_fact_id
