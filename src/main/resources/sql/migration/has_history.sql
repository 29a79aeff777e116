-- One row: whether any migration was ever run here.
SELECT to_regclass('flyway_schema_history') IS NOT NULL AS answer;
