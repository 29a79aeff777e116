-- Lets the planner know how many rows are matched by now.
ANALYZE matched_row;
