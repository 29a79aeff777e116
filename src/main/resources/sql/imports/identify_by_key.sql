-- Gives incoming communities the identity that has the same key of the same source; of rows that
-- share a key, the first one. Parameters: city, source, version before.
WITH first_of_key AS (
  SELECT DISTINCT ON (source_key) row_number, source_key
  FROM incoming_community
  WHERE source_key <> ''
  ORDER BY source_key, row_number
), known AS (
  SELECT id, source_key
  FROM community_identity
  WHERE city_id = ? AND source = ?
  UNION ALL
  SELECT id, source_key
  FROM community c
  WHERE layer_version_id = ?
    AND NOT EXISTS (SELECT 1 FROM community_identity remembered WHERE remembered.id = c.id)
)
UPDATE incoming_community n
SET id = k.id
FROM first_of_key f, known k
WHERE n.row_number = f.row_number AND k.source_key = f.source_key;
