-- The city's next data version keeps every layer version but those of the layers imported now.
INSERT INTO city_version (city_id, data_version, layer_version_id)
SELECT cv.city_id, cv.data_version + 1, cv.layer_version_id
FROM city_version cv
JOIN layer_version v ON v.id = cv.layer_version_id
WHERE cv.city_id = ? AND cv.data_version = ? AND v.layer_id <> ALL (?);
