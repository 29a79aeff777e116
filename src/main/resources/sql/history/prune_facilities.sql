-- Drops the rows of these versions.
DELETE FROM facility WHERE layer_version_id = ANY (?);
