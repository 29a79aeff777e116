-- One row per gate of a layer version; doors of buildings are none.
SELECT row_number, ST_X(at) AS lon, ST_Y(at) AS lat, name,
       CASE
         WHEN attributes ->> 'gapmap:gate' IS NOT NULL THEN attributes ->> 'gapmap:gate'
         WHEN category = 'main' THEN 'main'
         ELSE 'any'
       END AS use,
       coalesce(attributes ->> 'gapmap:closed', '') <> '' AS closed
FROM shape
CROSS JOIN LATERAL (SELECT ST_PointOnSurface(shape) AS at) p
WHERE layer_version_id = ? AND category <> 'door'
ORDER BY row_number;
