-- One row per scenario of a city, the latest changed first.
SELECT s.id, c.key AS city, s.name, s.edits, s.data_version, s.created_at, s.updated_at
FROM scenario s
JOIN city c ON c.id = s.city_id
WHERE c.key = ?
ORDER BY s.updated_at DESC, s.id DESC;
