-- One row where the job begins: it is still waiting, and none before it has the same lock.
UPDATE job SET state = 'running', started_at = now()
WHERE id = ? AND state = 'queued' AND NOT cancel_asked
  AND (lock = '' OR NOT EXISTS (
    SELECT FROM job AS earlier
    WHERE earlier.lock = job.lock AND earlier.id < job.id AND earlier.state IN ('queued', 'running')))
RETURNING id;
