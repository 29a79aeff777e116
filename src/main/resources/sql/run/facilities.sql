-- One row per facility of the data version that a run was made of.
SELECT f.layer_version_id, f.row_number, f.name
FROM run r
JOIN city_version cv ON cv.city_id = r.city_id AND cv.data_version = r.data_version
JOIN facility f ON f.layer_version_id = cv.layer_version_id
WHERE r.id = ?;
