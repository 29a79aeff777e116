-- The job is done, in the transaction of what it stored; no row where it was given up meanwhile.
UPDATE job SET state = 'done', finished_at = now(), result = ?::json
WHERE id = ? AND state = 'running';
