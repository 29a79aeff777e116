-- One row per refused row of the import that made a version, in the order of the file.
SELECT r.row_number, r.field, r.code, r.detail, r.columns, r.shape
FROM layer_version v
JOIN refused_row r ON r.import_id = v.import_id
WHERE v.id = ?
ORDER BY r.ordinal;
