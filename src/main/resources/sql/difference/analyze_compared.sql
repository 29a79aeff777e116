-- Lets the planner know how many rows there are to be matched.
ANALYZE compared_row;
