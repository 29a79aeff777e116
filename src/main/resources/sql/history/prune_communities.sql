-- Drops the rows of these versions.
DELETE FROM community WHERE layer_version_id = ANY (?);
