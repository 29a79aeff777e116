-- One row: the tile's communities, each with its index in the city (i), on the tile's own grid of
-- 4096; what collapses to nothing on it is left out.
WITH extent AS (
  SELECT ST_TileEnvelope(?, ?, ?) AS box
), reach AS (
  -- The box and its margin in degrees, cut where the world ends: beyond 180 they would begin anew.
  SELECT box,
         ST_Transform(ST_Intersection(ST_Expand(box, (ST_XMax(box) - ST_XMin(box)) / 64),
                                      ST_TileEnvelope(0, 0, 0)), 4326) AS degrees
  FROM extent
), part AS MATERIALIZED (
  SELECT v.first_index + c.ordinal AS i, c.id, c.name,
         ST_AsMVTGeom(ST_Transform(c.boundary, 3857), e.box, 4096, 64, true) AS geom
  FROM reach e
  JOIN community_layer v ON v.city_id = ? AND v.data_version = ?
  JOIN community_block b ON b.layer_version_id = v.layer_version_id AND b.extent && e.degrees
  JOIN community c ON c.layer_version_id = b.layer_version_id
   AND c.ordinal BETWEEN b.first_ordinal AND b.last_ordinal
   AND c.boundary && e.degrees
)
SELECT coalesce(ST_AsMVT(part, 'communities', 4096, 'geom', 'id'), ''::bytea) AS tile
FROM part
WHERE geom IS NOT NULL;
