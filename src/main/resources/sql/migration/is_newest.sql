-- One row: whether the last migration that was run is the one of this number, and all went well.
SELECT coalesce(bool_and(success) AND max(version::integer) = ?, false) AS answer
FROM flyway_schema_history
WHERE version IS NOT NULL;
