-- One row per example of what differs, at most so many of each sort, with the columns of both sides.
-- Parameters: how many; the version before, the new version, how many; the new version, the version
-- before, how many.
(SELECT 'changed' AS change, n.row_number, n.source_key, n.name,
        to_jsonb(o) || jsonb_build_object('geometry', shape_in_words(o.boundary)) AS before,
        to_jsonb(n) || jsonb_build_object('geometry', shape_in_words(n.boundary)) AS after
 FROM changed_row m
 JOIN community n ON n.layer_version_id = m.new_version AND n.row_number = m.new_row
 JOIN community o ON o.layer_version_id = m.old_version AND o.row_number = m.old_row AND o.id = n.id
 ORDER BY m.new_row
 LIMIT ?)
UNION ALL
(SELECT 'added', n.row_number, n.source_key, n.name, '{}', '{}'
 FROM community n
 LEFT JOIN community o ON o.id = n.id AND o.layer_version_id = ?
 WHERE n.layer_version_id = ? AND o.id IS NULL
 ORDER BY n.row_number
 LIMIT ?)
UNION ALL
(SELECT 'removed', coalesce(o.origin_row, o.row_number), o.source_key, o.name, '{}', '{}'
 FROM community o
 LEFT JOIN community n ON n.id = o.id AND n.layer_version_id = ?
 WHERE o.layer_version_id = ? AND n.id IS NULL
 ORDER BY o.row_number
 LIMIT ?);
