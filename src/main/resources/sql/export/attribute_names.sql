-- One row per column that a layer version's file had besides those with a meaning.
SELECT DISTINCT jsonb_object_keys(attributes) AS name
FROM (
  SELECT attributes FROM community WHERE layer_version_id = ?
  UNION ALL SELECT attributes FROM facility WHERE layer_version_id = ?
  UNION ALL SELECT attributes FROM building WHERE layer_version_id = ?
  UNION ALL SELECT attributes FROM shape WHERE layer_version_id = ?
) rows_of_one_table
ORDER BY name;
