-- a provision's main topic is the first of its topics
select fact_id, primary_topic, topics from provisions where topics[1] is distinct from primary_topic
