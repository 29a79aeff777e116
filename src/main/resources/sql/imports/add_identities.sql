-- One new identity per community never seen before.
INSERT INTO community_identity (id, city_id, source, source_key, name, place)
SELECT new_id, ?, ?, source_key, name, ST_PointOnSurface(boundary)
FROM incoming_community
WHERE id IS NULL;
