-- One row: whether somebody asked to stop the job; none where it has ended.
UPDATE job SET stage = ?::json, done = ?, total = ?, rate = ?
WHERE id = ? AND state IN ('queued', 'running')
RETURNING cancel_asked;
