-- No rows: a scenario gets a name and edits, made on the city as it is now.
UPDATE scenario s
SET name = ?, edits = ?::jsonb, updated_at = now(), data_version = c.data_version
FROM city c
WHERE s.id = ? AND c.id = s.city_id;
