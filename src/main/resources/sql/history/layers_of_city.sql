-- One row per version of every layer that the city has or had, the latest of a layer first.
SELECT l.id AS layer_id, c.key AS city, l.type, l.kind, l.source,
       coalesce((SELECT max(o.number)
                 FROM city_version cv
                 JOIN layer_version o ON o.id = cv.layer_version_id
                 WHERE cv.city_id = c.id AND cv.data_version = c.data_version AND o.layer_id = l.id),
                0) AS current,
       v.id, v.number, v.row_count, v.file, v.crs, v.imported_at, v.pruned,
       coalesce(i.bytes, 0) AS bytes, coalesce(i.sha256, '') AS sha256,
       coalesce(i.by_whom, '') AS by_whom, coalesce(i.mode, 'replace') AS mode,
       coalesce(i.refused, 0) AS refused,
       v.number = min(v.number) OVER (PARTITION BY l.id) AS last_of_layer
FROM city c
JOIN layer l ON l.city_id = c.id
JOIN layer_version v ON v.layer_id = l.id
LEFT JOIN file_import i ON i.id = v.import_id
WHERE c.key = ?
ORDER BY l.type, l.kind, l.source, l.id, v.number DESC;
