-- No rows: a note goes.
DELETE FROM site_note WHERE id = ?;
