-- One row per example of what differs, at most so many of each sort, with the columns of both sides.
-- Parameters: how many; the new versions, how many; the versions before that lose rows, how many.
(SELECT 'changed' AS change, n.row_number, n.source_key AS source_key, n.name,
        to_jsonb(o) || jsonb_build_object('kind', ol.kind, 'geometry', shape_in_words(o.place)) AS before,
        to_jsonb(n) || jsonb_build_object('kind', nl.kind, 'geometry', shape_in_words(n.place)) AS after
 FROM changed_row m
 JOIN facility n ON n.layer_version_id = m.new_version AND n.row_number = m.new_row
 JOIN facility o ON o.layer_version_id = m.old_version AND o.row_number = m.old_row
 JOIN layer_version nv ON nv.id = m.new_version
 JOIN layer nl ON nl.id = nv.layer_id
 JOIN layer_version ov ON ov.id = m.old_version
 JOIN layer ol ON ol.id = ov.layer_id
 ORDER BY m.new_row, m.new_version
 LIMIT ?)
UNION ALL
(SELECT 'added', n.row_number, n.source_key, n.name, '{}', '{}'
 FROM facility n
 WHERE n.layer_version_id = ANY (?) AND n.origin_version IS NULL
   AND NOT EXISTS (SELECT 1 FROM matched_row m
                   WHERE m.new_version = n.layer_version_id AND m.new_row = n.row_number)
 ORDER BY n.row_number
 LIMIT ?)
UNION ALL
(SELECT 'removed', coalesce(n.origin_row, n.row_number), n.source_key, n.name, '{}', '{}'
 FROM facility n
 WHERE n.layer_version_id = ANY (?)
   AND NOT EXISTS (SELECT 1 FROM matched_row m
                   WHERE m.old_version = n.layer_version_id AND m.old_row = n.row_number)
 ORDER BY n.row_number
 LIMIT ?);
