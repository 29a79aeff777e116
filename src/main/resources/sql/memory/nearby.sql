-- One row per street, boundary or building of a city's current layers, but for one layer's own; areas and streets first.
SELECT n.sort, coalesce(n.name, '') AS name, ST_AsBinary(n.shape) AS shape
FROM (
  SELECT 2 AS turn, 'street' AS sort, s.name, s.shape
  FROM current_layer l JOIN shape s ON s.layer_version_id = l.id
  WHERE l.city = ? AND l.type = 'streets' AND NOT (l.type = ? AND l.source = ?)
  UNION ALL
  SELECT 3, 'community', c.name, c.boundary
  FROM current_layer l JOIN community c ON c.layer_version_id = l.id
  WHERE l.city = ? AND NOT (l.type = ? AND l.source = ?)
  UNION ALL
  SELECT 1, 'area', s.name, s.shape
  FROM current_layer l JOIN shape s ON s.layer_version_id = l.id
  WHERE l.city = ? AND l.type = 'areas' AND NOT (l.type = ? AND l.source = ?)
  UNION ALL
  SELECT 4, 'building', '', b.place
  FROM current_layer l JOIN building b ON b.layer_version_id = l.id
  WHERE l.city = ? AND NOT (l.type = ? AND l.source = ?)
) n
ORDER BY n.turn
LIMIT ?;
