-- One row: a number for a process that does jobs.
SELECT nextval('job_owner')::integer AS owner;
