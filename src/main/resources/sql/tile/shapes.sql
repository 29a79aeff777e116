-- One row per street, area or piece of land of a data version, alike ones together.
SELECT s.name, s.category, ST_AsBinary(s.shape) AS shape
FROM city_version cv
JOIN layer_version v ON v.id = cv.layer_version_id
JOIN layer l ON l.id = v.layer_id AND l.type = ?
JOIN shape s ON s.layer_version_id = v.id
WHERE cv.city_id = ? AND cv.data_version = ?
  -- Of streets, what is not built yet and what is water are none to draw.
  AND coalesce(s.attributes ->> 'gapmap:walk', '') NOT IN ('unbuilt', 'ferry')
ORDER BY s.category, s.name, v.id, s.row_number;
