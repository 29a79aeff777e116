-- One row: the id of a new run.
INSERT INTO run (city_id, data_version, standard_id, standard)
SELECT id, ?, ?, ?::jsonb FROM city WHERE key = ?
RETURNING id;
