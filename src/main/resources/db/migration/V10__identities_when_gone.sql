-- Who a community is stands in the current version of its layer; only who is gone from there, or has lost
-- the key there, is written down besides. Writing down everybody took a sixth of an import. Rows from
-- before this stay: they are kept up to date, and come first.
COMMENT ON TABLE community_identity IS
  'Communities that the current version of their layer lacks or has without their key, and older ones';

-- Ids are given out to many rows at once; a gap is nothing.
ALTER TABLE community_identity ALTER COLUMN id SET CACHE 1024;
