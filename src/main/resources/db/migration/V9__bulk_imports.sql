-- What made a large import slow, row by row, is done once for all its rows instead.

-- A stretch of a layer version's communities that lie together, since their ordinals run along a
-- Hilbert curve: what maps ask before they look at single ones. An index entry for each community
-- took a quarter of an import, and old versions stood in the way of the current one.
CREATE TABLE community_block (
  layer_version_id integer NOT NULL REFERENCES layer_version,
  first_ordinal    integer NOT NULL,
  last_ordinal     integer NOT NULL,
  extent           geometry(Geometry, 4326) NOT NULL,
  PRIMARY KEY (layer_version_id, first_ordinal)
);
CREATE INDEX community_block_extent ON community_block USING gist (extent);
INSERT INTO community_block (layer_version_id, first_ordinal, last_ordinal, extent)
SELECT layer_version_id, min(ordinal), max(ordinal), ST_SetSRID(ST_Extent(boundary)::geometry, 4326)
FROM community
GROUP BY layer_version_id, ordinal / 64;
DROP INDEX community_boundary;

-- Where communities were before is asked for one source at a time, and only where it has any: the
-- import makes an index of its own for that.
DROP INDEX community_identity_place;

-- These keys come from the statements that store a version, never from a file; looking each of them up
-- again for each row took a fifth of an import.
ALTER TABLE community
  DROP CONSTRAINT community_id_fkey,
  DROP CONSTRAINT community_layer_version_id_fkey;
ALTER TABLE community_identity DROP CONSTRAINT community_identity_city_id_fkey;
