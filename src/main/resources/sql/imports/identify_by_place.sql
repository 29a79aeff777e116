-- Gives the rest the identity of the same name, at most 0.002 degrees (about 200 m) away, where each
-- is the other's nearest. Two different keys are two communities.
WITH pair AS (
  SELECT n.row_number, i.id, i.place <-> n.boundary AS apart
  FROM incoming_community n
  JOIN known_community i ON i.name = n.name AND ST_DWithin(i.place, n.boundary, 0.002)
  WHERE n.id IS NULL
    AND (n.source_key = '' OR i.source_key = '')
), ranked AS (
  SELECT row_number, id,
         row_number() OVER (PARTITION BY pair.row_number ORDER BY apart, id) AS of_row,
         row_number() OVER (PARTITION BY id ORDER BY apart, pair.row_number) AS of_identity
  FROM pair
)
UPDATE incoming_community n
SET id = r.id
FROM ranked r
WHERE n.row_number = r.row_number AND r.of_row = 1 AND r.of_identity = 1;
