-- Lets the planner know how many communities there are to be told apart.
ANALYZE incoming_community, community_identity;
