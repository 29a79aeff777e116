-- These versions have no rows any more.
UPDATE layer_version SET pruned = true WHERE id = ANY (?);
