-- Drops the rows of these versions.
WITH version AS (
  SELECT unnest(?::integer[]) AS id
), block AS (
  DELETE FROM community_block WHERE layer_version_id IN (SELECT id FROM version)
)
DELETE FROM community WHERE layer_version_id IN (SELECT id FROM version);
