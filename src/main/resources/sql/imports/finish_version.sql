-- Writes down how many rows the version has, its report, and the import that it is of.
UPDATE layer_version SET row_count = ?, report = ?::jsonb, import_id = ? WHERE id = ?;
