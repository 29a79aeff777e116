-- No rows: a note gets a text, and is settled or opened again; settled twice, it keeps the first time.
UPDATE site_note
SET text = ?, settled_at = CASE WHEN ? THEN coalesce(settled_at, now()) END
WHERE id = ?;
