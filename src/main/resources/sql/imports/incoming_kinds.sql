-- One row per kind among the incoming facilities.
SELECT DISTINCT kind FROM incoming_facility ORDER BY kind;
