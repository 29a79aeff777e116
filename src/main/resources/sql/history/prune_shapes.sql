-- Drops the rows of these versions.
DELETE FROM shape WHERE layer_version_id = ANY (?);
