-- Drops the rows of these versions.
DELETE FROM building WHERE layer_version_id = ANY (?);
