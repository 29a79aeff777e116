-- One row: the city, made where it was not there, locked against other imports until the end.
INSERT INTO city (key, name, demonstration)
VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET key = excluded.key
RETURNING id, data_version, demonstration;
