-- One row where the server can: within a second of the program's death this transaction ends, also amid a
-- long statement, and lets go of the city. Servers on Windows can't.
SELECT set_config('client_connection_check_interval', '1s', true)
WHERE version() ~ '(linux|darwin|bsd)';
