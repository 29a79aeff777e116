-- Lets the planner know how many communities there are to be found again.
ANALYZE known_community;
