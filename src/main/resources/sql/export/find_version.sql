-- At most one row: a layer's version of this number, or without a number its city's current one.
SELECT c.key AS city, c.name AS city_name, c.demonstration, l.id AS layer_id, l.type, l.kind, l.source,
       v.id, v.number, v.file, v.crs, v.imported_at, v.row_count, v.complete_for_text,
       ST_AsBinary(v.complete_for) AS complete_for, v.completeness_asserted, v.report, v.pruned
FROM layer l
JOIN city c ON c.id = l.city_id
JOIN layer_version v ON v.layer_id = l.id
LEFT JOIN city_version cv
  ON cv.city_id = c.id AND cv.data_version = c.data_version AND cv.layer_version_id = v.id
WHERE l.id = ? AND CASE WHEN ?::integer IS NULL THEN cv.city_id IS NOT NULL ELSE v.number = ? END;
