-- At most one row: the city with this key, where it has this data version.
SELECT c.id, c.key, c.name, c.demonstration, ?::integer AS data_version
FROM city c
WHERE c.key = ?
  AND EXISTS (SELECT 1 FROM city_version cv WHERE cv.city_id = c.id AND cv.data_version = ?);
