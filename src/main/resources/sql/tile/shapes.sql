-- One row: the tile's streets or areas.
WITH extent AS (
  SELECT ST_TileEnvelope(?, ?, ?) AS box
), reach AS (
  -- The box and its margin in degrees, cut where the world ends: beyond 180 they would begin anew.
  SELECT box,
         ST_Transform(ST_Intersection(ST_Expand(box, (ST_XMax(box) - ST_XMin(box)) / 64),
                                      ST_TileEnvelope(0, 0, 0)), 4326) AS degrees
  FROM extent
), part AS MATERIALIZED (
  SELECT s.name, s.category AS class, s.category AS level,
         ST_AsMVTGeom(ST_Transform(s.shape, 3857), e.box, 4096, 64, true) AS geom
  FROM reach e
  JOIN city_version cv ON cv.city_id = ? AND cv.data_version = ?
  JOIN layer_version v ON v.id = cv.layer_version_id
  JOIN layer l ON l.id = v.layer_id AND l.type = ?
  JOIN shape s ON s.layer_version_id = v.id
   AND s.shape && e.degrees
)
SELECT coalesce(ST_AsMVT(part, ?, 4096, 'geom'), ''::bytea) AS tile
FROM part
WHERE geom IS NOT NULL;
