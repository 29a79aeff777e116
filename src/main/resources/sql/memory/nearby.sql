-- One row per street, boundary or building of a city's current layers, but for one layer's own; streets first.
SELECT n.name, ST_AsBinary(n.shape) AS shape
FROM (
  SELECT 1 AS turn, s.name, s.shape
  FROM current_layer l JOIN shape s ON s.layer_version_id = l.id
  WHERE l.city = ? AND l.type = 'streets' AND NOT (l.type = ? AND l.source = ?)
  UNION ALL
  SELECT 2, '', c.boundary
  FROM current_layer l JOIN community c ON c.layer_version_id = l.id
  WHERE l.city = ? AND NOT (l.type = ? AND l.source = ?)
  UNION ALL
  SELECT 3, '', s.shape
  FROM current_layer l JOIN shape s ON s.layer_version_id = l.id
  WHERE l.city = ? AND l.type = 'areas' AND NOT (l.type = ? AND l.source = ?)
  UNION ALL
  SELECT 4, '', b.place
  FROM current_layer l JOIN building b ON b.layer_version_id = l.id
  WHERE l.city = ? AND NOT (l.type = ? AND l.source = ?)
) n
ORDER BY n.turn
LIMIT ?;
