-- One row: the layer's id, the number of its newest version, and its version in the city's current data;
-- 0 where it has none.
INSERT INTO layer (city_id, type, kind, source)
VALUES (?, ?, ?, ?)
ON CONFLICT (city_id, type, kind, source) DO UPDATE SET source = excluded.source
RETURNING id,
  (SELECT coalesce(max(v.number), 0) FROM layer_version v WHERE v.layer_id = layer.id) AS number,
  (SELECT coalesce(max(cv.layer_version_id), 0)
   FROM city c
   JOIN city_version cv ON cv.city_id = c.id AND cv.data_version = c.data_version
   JOIN layer_version v ON v.id = cv.layer_version_id
   WHERE c.id = layer.city_id AND v.layer_id = layer.id) AS current;
