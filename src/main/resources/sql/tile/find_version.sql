-- At most one row: the city, where it has this data version.
SELECT cv.city_id
FROM city c
JOIN city_version cv ON cv.city_id = c.id
WHERE c.key = ? AND cv.data_version = ?
LIMIT 1;
