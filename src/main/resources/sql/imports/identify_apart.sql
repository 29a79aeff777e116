-- Appended communities that were taken for one of the version before are others all the same; a key
-- names one of them, so that these have none.
UPDATE incoming_community n
SET id = NULL,
    source_key = CASE WHEN n.source_key = c.source_key THEN '' ELSE n.source_key END
FROM community c
WHERE c.layer_version_id = ? AND c.id = n.id;
