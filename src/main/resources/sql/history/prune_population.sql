-- Drops the rows of these versions.
DELETE FROM population_grid WHERE layer_version_id = ANY (?);
