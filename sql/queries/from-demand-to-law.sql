-- Which topics went from demand to contract to law, and how often does each stand at each stage?
select topic, demands, recommendations, clauses, laws, agreements, pieces_of_legislation
from topic_across_instruments
where demands > 0 and clauses > 0 and laws > 0
order by demands + clauses + laws desc, topic
