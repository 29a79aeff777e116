-- Gives incoming communities the identity that has the same key of the same source; of rows that
-- share a key, the first one.
WITH first_of_key AS (
  SELECT DISTINCT ON (source_key) row_number, source_key
  FROM incoming_community
  WHERE source_key <> ''
  ORDER BY source_key, row_number
)
UPDATE incoming_community n
SET id = i.id
FROM first_of_key f, community_identity i
WHERE n.row_number = f.row_number
  AND i.city_id = ? AND i.source = ? AND i.source_key = f.source_key;
