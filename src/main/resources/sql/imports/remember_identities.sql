-- Writes down who can't be known from the layer's next current version: communities of the version
-- before (second parameter) that the new one (first; 0 for none) lacks, or has without their key.
INSERT INTO community_identity (id, city_id, source, source_key, name, place)
SELECT o.id, l.city_id, l.source, o.source_key, coalesce(n.name, o.name),
       ST_PointOnSurface(coalesce(n.boundary, o.boundary))
FROM community o
JOIN layer_version v ON v.id = o.layer_version_id
JOIN layer l ON l.id = v.layer_id
LEFT JOIN community n ON n.layer_version_id = ? AND n.id = o.id
WHERE o.layer_version_id = ?
  AND (n.id IS NULL OR (n.source_key = '' AND o.source_key <> ''))
  AND NOT EXISTS (SELECT 1 FROM community_identity i WHERE i.id = o.id);
