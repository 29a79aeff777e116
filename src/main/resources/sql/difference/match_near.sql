-- Of the rest, rows of one kind with the same name whose middles lie within a distance in degrees of
-- each other are the same, where each is the other's nearest. Two different keys are two places.
-- Parameters: the distance; whether only named polygons are looked at. Places are found by the cell of
-- a grid of that distance, so that thousands of rows without a name cost no more than others;
-- a cell's number is unique for distances of 0.00004 degrees and more.
WITH reach AS (
  SELECT ?::double precision AS degrees, ?::boolean AS wide_only
), rest AS (
  SELECT c.*, floor(c.x / r.degrees)::bigint * 10000000 + floor(c.y / r.degrees)::bigint AS cell
  FROM compared_row c
  CROSS JOIN reach r
  WHERE (c.wide OR NOT r.wide_only)
    AND NOT EXISTS (SELECT 1 FROM matched_row m
                    WHERE c.is_new AND m.new_version = c.version AND m.new_row = c.row_number)
    AND NOT EXISTS (SELECT 1 FROM matched_row m
                    WHERE NOT c.is_new AND m.old_version = c.version AND m.old_row = c.row_number)
), around AS MATERIALIZED (
  SELECT o.version, o.row_number, o.kind, o.source_key, o.name, o.x, o.y,
         o.cell + dx.step * 10000000 + dy.step AS cell
  FROM rest o
  CROSS JOIN (VALUES (-1), (0), (1)) dx (step)
  CROSS JOIN (VALUES (-1), (0), (1)) dy (step)
  WHERE NOT o.is_new
), pair AS (
  SELECT n.version AS new_version, n.row_number AS new_row,
         o.version AS old_version, o.row_number AS old_row,
         (n.x - o.x) ^ 2 + (n.y - o.y) ^ 2 AS apart
  FROM rest n
  JOIN around o ON o.cell = n.cell AND o.name = n.name AND o.kind = n.kind
  CROSS JOIN reach r
  WHERE n.is_new AND (n.source_key = '' OR o.source_key = '')
    AND (n.x - o.x) ^ 2 + (n.y - o.y) ^ 2 <= r.degrees ^ 2
), ranked AS (
  SELECT p.*,
         row_number() OVER (PARTITION BY new_version, new_row
                            ORDER BY apart, old_version, old_row) AS of_new,
         row_number() OVER (PARTITION BY old_version, old_row
                            ORDER BY apart, new_version, new_row) AS of_old
  FROM pair p
)
INSERT INTO matched_row (new_version, new_row, old_version, old_row)
SELECT new_version, new_row, old_version, old_row
FROM ranked
WHERE of_new = 1 AND of_old = 1;
