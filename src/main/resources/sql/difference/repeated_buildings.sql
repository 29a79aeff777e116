-- Takes the key from appended rows where a row of the version before has it: a key names one row.
UPDATE building n
SET source_key = ''
FROM building o
WHERE n.layer_version_id = ? AND o.layer_version_id = ?
  AND n.source_key <> '' AND o.source_key = n.source_key AND n.origin_version IS NULL;
