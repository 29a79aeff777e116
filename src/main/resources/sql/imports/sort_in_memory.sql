-- Lets this transaction sort a country's communities in memory; the server's default spills to files.
-- Compiling a statement that runs once takes longer than it saves.
SELECT set_config('work_mem', '128MB', true), set_config('jit', 'off', true);
