-- The communities that a source has had and that no incoming one has been taken for yet. Parameters:
-- city, source, version before.
INSERT INTO known_community (id, source_key, name, place)
SELECT id, source_key, name, place
FROM community_identity i
WHERE city_id = ? AND source = ?
  AND NOT EXISTS (SELECT 1 FROM incoming_community taken WHERE taken.id = i.id)
UNION ALL
SELECT id, source_key, name, ST_PointOnSurface(boundary)
FROM community c
WHERE layer_version_id = ?
  AND NOT EXISTS (SELECT 1 FROM community_identity remembered WHERE remembered.id = c.id)
  AND NOT EXISTS (SELECT 1 FROM incoming_community taken WHERE taken.id = c.id);
