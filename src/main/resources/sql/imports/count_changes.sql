-- One row: communities added, kept and removed against the layer's version before.
WITH before AS (
  SELECT c.id
  FROM community c
  JOIN layer_version v ON v.id = c.layer_version_id
  WHERE v.layer_id = ? AND v.number = ?
)
SELECT count(*) FILTER (WHERE b.id IS NULL) AS added,
       count(*) FILTER (WHERE b.id IS NOT NULL AND n.id IS NOT NULL) AS kept,
       count(*) FILTER (WHERE n.id IS NULL) AS removed
FROM before b
FULL JOIN incoming_community n ON n.id = b.id;
