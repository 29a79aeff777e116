-- Matching joins all rows with all: a plan that asks for each row anew, chosen for a wrong guess of how
-- many there are, would take hours.
SET LOCAL enable_nestloop = off;
