-- One row: a version's report and spec.
SELECT v.report, coalesce(i.spec, '{}') AS spec
FROM layer_version v
LEFT JOIN file_import i ON i.id = v.import_id
WHERE v.id = ?;
