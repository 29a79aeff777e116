-- One row: the id of a new scenario; none where there is no such city.
INSERT INTO scenario (city_id, name, edits, data_version)
SELECT id, ?, ?::jsonb, data_version FROM city WHERE key = ?
RETURNING id;
