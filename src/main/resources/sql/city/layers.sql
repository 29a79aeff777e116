-- One row per layer of a city's data version.
SELECT l.type, l.kind, l.source, v.id, v.number, v.file, v.crs, v.imported_at, v.row_count,
       v.complete_for_text, ST_AsBinary(v.complete_for) AS complete_for, v.completeness_asserted,
       v.report
FROM city_version cv
JOIN layer_version v ON v.id = cv.layer_version_id
JOIN layer l ON l.id = v.layer_id
WHERE cv.city_id = ? AND cv.data_version = ?
ORDER BY array_position(ARRAY['areas', 'communities', 'facilities', 'buildings', 'land_use',
         'population', 'streets', 'sites'], l.type), l.kind, l.source;
