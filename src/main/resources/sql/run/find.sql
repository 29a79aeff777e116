-- At most one row: the run.
SELECT r.id, c.key AS city, r.data_version, r.standard_id, r.created_at
FROM run r
JOIN city c ON c.id = r.city_id
WHERE r.id = ?;
