-- A row per open job of a process: whether somebody asked to stop it.
SELECT id, cancel_asked FROM job WHERE owner = ? AND state IN ('queued', 'running');
