-- At most one row: the city with this key, where it has this data version, whole.
SELECT c.id, c.key, c.name, c.demonstration, ?::integer AS data_version
FROM city c
WHERE c.key = ?
  AND (SELECT bool_and(NOT v.pruned)
       FROM city_version cv
       JOIN layer_version v ON v.id = cv.layer_version_id
       WHERE cv.city_id = c.id AND cv.data_version = ?);
