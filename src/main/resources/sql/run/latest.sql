-- At most one row: the latest run of a city's data version against a standard.
SELECT r.id, c.key AS city, r.data_version, r.standard_id, r.created_at
FROM run r
JOIN city c ON c.id = r.city_id
WHERE c.key = ? AND r.data_version = ? AND r.standard_id = ?
ORDER BY r.id DESC
LIMIT 1;
