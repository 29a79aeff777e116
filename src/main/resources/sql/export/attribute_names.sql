-- One row per column that a layer version's file had besides those with a meaning, and whether it was
-- kept as a column of personal data when the layer was imported, then or earlier.
SELECT n.name,
       EXISTS (SELECT 1
               FROM layer_version asked
               JOIN layer_version v ON v.layer_id = asked.layer_id
               JOIN file_import f ON f.id = v.import_id
               WHERE asked.id = ? AND jsonb_exists(f.spec -> 'keepPersonal', n.name)) AS personal
FROM (
  SELECT DISTINCT jsonb_object_keys(attributes) AS name
  FROM (
    SELECT attributes FROM community WHERE layer_version_id = ?
    UNION ALL SELECT attributes FROM facility WHERE layer_version_id = ?
    UNION ALL SELECT attributes FROM building WHERE layer_version_id = ?
    UNION ALL SELECT attributes FROM shape WHERE layer_version_id = ?
  ) rows_of_one_table
) n
ORDER BY n.name;
