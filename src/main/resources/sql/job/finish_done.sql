-- The job is done; it may be so already, by the transaction of what it stored.
UPDATE job
SET state = 'done', finished_at = coalesce(finished_at, now()), result = ?::json, file = ?
WHERE id = ? AND state IN ('queued', 'running', 'done');
