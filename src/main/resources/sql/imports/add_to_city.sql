-- Puts a new layer version into the city's next data version.
INSERT INTO city_version (city_id, data_version, layer_version_id) VALUES (?, ?, ?);
