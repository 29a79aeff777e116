-- One row per layer of a city's current data version with this type and source: its version.
SELECT l.kind, v.id, v.row_count
FROM city c
JOIN city_version cv ON cv.city_id = c.id AND cv.data_version = c.data_version
JOIN layer_version v ON v.id = cv.layer_version_id
JOIN layer l ON l.id = v.layer_id
WHERE c.id = ? AND l.type = ? AND l.source = ?
ORDER BY l.kind;
