-- At most one row: the city with this key.
SELECT id, key, name, demonstration, data_version FROM city WHERE key = ?;
