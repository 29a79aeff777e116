-- Lets this transaction sort a country's communities in memory; the server's default spills to files.
SET LOCAL work_mem = '128MB';
