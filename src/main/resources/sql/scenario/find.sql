-- At most one row: a scenario.
SELECT s.id, c.key AS city, s.name, s.edits, s.data_version, s.created_at, s.updated_at
FROM scenario s
JOIN city c ON c.id = s.city_id
WHERE s.id = ?;
