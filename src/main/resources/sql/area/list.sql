-- One row per area of a city's current areas layers.
SELECT l.id AS version, l.source, l.file, s.row_number, s.name, s.category, ST_AsBinary(s.shape) AS shape
FROM current_layer l
JOIN shape s ON s.layer_version_id = l.id
WHERE l.city = ? AND l.type = 'areas'
ORDER BY l.id, s.row_number;
