-- One row: the tile's streets or areas.
WITH extent AS (
  SELECT ST_TileEnvelope(?, ?, ?) AS box
), part AS (
  SELECT s.name, s.category AS class, s.category AS level,
         ST_AsMVTGeom(ST_Transform(s.shape, 3857), e.box, 4096, 64, true) AS geom
  FROM extent e
  JOIN city_version cv ON cv.city_id = ? AND cv.data_version = ?
  JOIN layer_version v ON v.id = cv.layer_version_id
  JOIN layer l ON l.id = v.layer_id AND l.type = ?
  JOIN shape s ON s.layer_version_id = v.id
   AND s.shape && ST_Transform(ST_Expand(e.box, (ST_XMax(e.box) - ST_XMin(e.box)) / 64), 4326)
)
SELECT coalesce(ST_AsMVT(part, ?, 4096, 'geom'), ''::bytea) AS tile
FROM part
WHERE geom IS NOT NULL;
