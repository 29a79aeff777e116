-- Writes down how many rows the version has.
UPDATE layer_version SET row_count = ? WHERE id = ?;
