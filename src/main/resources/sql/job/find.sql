-- One row: the job.
SELECT id, what, title, state, stage, done, total, rate, created_at, started_at, finished_at, problem,
       file, result
FROM job WHERE id = ?;
