-- A row per job, the latest first, without results.
SELECT id, what, title, state, stage, done, total, rate, created_at, started_at, finished_at, problem,
       file, NULL::json AS result
FROM job ORDER BY id DESC LIMIT ?;
