-- No rows: a scenario goes.
DELETE FROM scenario WHERE id = ?;
