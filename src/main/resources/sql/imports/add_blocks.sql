-- One row per 64 communities of a layer version that follow each other, with the box around them.
INSERT INTO community_block (layer_version_id, first_ordinal, last_ordinal, extent)
SELECT layer_version_id, min(ordinal), max(ordinal), ST_SetSRID(ST_Extent(boundary)::geometry, 4326)
FROM community
WHERE layer_version_id = ?
GROUP BY layer_version_id, ordinal / 64;
