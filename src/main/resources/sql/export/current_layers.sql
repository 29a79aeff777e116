-- One row per layer of a city's current data.
SELECT c.key AS city, c.name AS city_name, c.demonstration, l.id AS layer_id, l.type, l.kind, l.source,
       v.id, v.number, v.file, v.crs, v.imported_at, v.row_count, v.complete_for_text,
       ST_AsBinary(v.complete_for) AS complete_for, v.completeness_asserted, v.report, v.pruned
FROM city c
JOIN city_version cv ON cv.city_id = c.id AND cv.data_version = c.data_version
JOIN layer_version v ON v.id = cv.layer_version_id
JOIN layer l ON l.id = v.layer_id
WHERE c.key = ?
ORDER BY l.type, l.kind, l.source;
