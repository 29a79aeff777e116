-- One row: the id of a new import.
INSERT INTO file_import (sha256, bytes, mode, by_whom, spec, refused)
VALUES (?, ?, ?, ?, ?::jsonb, ?)
RETURNING id;
