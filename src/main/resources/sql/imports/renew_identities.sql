-- Identities that are written down take the name, the key and the place that the file now gives.
UPDATE community_identity i
SET name = n.name,
    source_key = CASE WHEN n.source_key = '' THEN i.source_key ELSE n.source_key END,
    place = ST_PointOnSurface(n.boundary)
FROM incoming_community n
WHERE n.id = i.id
  AND (i.name <> n.name
       OR (n.source_key <> '' AND i.source_key <> n.source_key)
       OR NOT ST_Intersects(n.boundary, i.place));
