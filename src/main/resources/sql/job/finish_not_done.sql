-- The job has failed or was cancelled, unless what it stored is there.
UPDATE job SET state = ?, finished_at = now(), problem = ?::json
WHERE id = ? AND state IN ('queued', 'running');
