-- One row per facility of other sources' current lists of some kinds, within a box in degrees.
SELECT l.id AS version, l.source, f.row_number, f.name, ST_X(p.at) AS lon, ST_Y(p.at) AS lat
FROM current_layer l
JOIN facility f ON f.layer_version_id = l.id
CROSS JOIN LATERAL (SELECT ST_PointOnSurface(f.place) AS at) p
WHERE l.city = ? AND l.type = 'facilities' AND l.source <> ? AND l.kind = ANY (?)
  AND f.place && ST_MakeEnvelope(?, ?, ?, ?, 4326)
ORDER BY l.id, f.row_number;
