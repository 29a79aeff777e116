-- Identities take the name, the key and the place that a version of their communities gives.
UPDATE community_identity i
SET name = c.name,
    source_key = CASE WHEN c.source_key = '' THEN i.source_key ELSE c.source_key END,
    place = ST_PointOnSurface(c.boundary)
FROM community c
WHERE c.layer_version_id = ? AND c.id = i.id
  AND (i.name <> c.name
       OR (c.source_key <> '' AND i.source_key <> c.source_key)
       OR NOT ST_Intersects(c.boundary, i.place));
