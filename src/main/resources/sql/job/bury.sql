-- The open jobs of processes that are no more have failed. Where one's import is being committed this
-- very moment, the update waits for that and then finds it done.
UPDATE job SET state = 'failed', finished_at = now(), problem = ?::json
WHERE state IN ('queued', 'running') AND NOT EXISTS (
  SELECT FROM pg_locks AS held
  WHERE held.locktype = 'advisory' AND held.classid = 6975330 AND held.objsubid = 2
    AND held.objid = job.owner::bigint::oid AND held.granted
    AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database()));
