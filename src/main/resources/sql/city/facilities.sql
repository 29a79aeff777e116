-- One row per facility of a city's data version.
SELECT l.kind, f.subtype, f.name, f.status, f.access, f.capacity, f.floor_sqm, f.land_sqm,
       f.row_number, f.source_key, f.layer_version_id, l.source, v.file, ST_AsBinary(f.place) AS place
FROM city_version cv
JOIN layer_version v ON v.id = cv.layer_version_id
JOIN layer l ON l.id = v.layer_id
JOIN facility f ON f.layer_version_id = v.id
WHERE cv.city_id = ? AND cv.data_version = ? AND l.type = 'facilities'
ORDER BY l.kind, l.source, f.row_number;
