-- One row: the union of a city's current areas or communities layer of a source, areas first; no
-- shape where there is no such layer.
WITH candidate AS (
  SELECT id, type
  FROM current_layer
  WHERE city = ? AND source = ? AND type IN ('areas', 'communities')
  ORDER BY type
  LIMIT 1
), polygon AS (
  SELECT s.shape FROM candidate c JOIN shape s ON s.layer_version_id = c.id
  UNION ALL
  SELECT m.boundary FROM candidate c JOIN community m ON m.layer_version_id = c.id
)
SELECT ST_AsBinary(ST_Multi(ST_CollectionExtract(ST_Union(shape), 3))) AS shape
FROM polygon;
