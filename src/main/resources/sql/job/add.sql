-- One row: a job that waits for its turn.
INSERT INTO job (what, title, lock, owner) VALUES (?, ?::json, ?, ?) RETURNING id;
