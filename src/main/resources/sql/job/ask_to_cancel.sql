-- Asks the process that does the job to stop it.
UPDATE job SET cancel_asked = true WHERE id = ? AND state IN ('queued', 'running');
