-- One row: how many incoming communities have a key that one of the version before has.
SELECT count(*)::integer AS rows
FROM incoming_community n
JOIN community c ON c.layer_version_id = ? AND c.source_key = n.source_key
WHERE n.source_key <> '';
