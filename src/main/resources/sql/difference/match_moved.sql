-- Of the rest, rows with the same key in another kind are the same, where they also share the name or
-- lie within 0.002 degrees (about 200 m): lists of two kinds may both count from 1.
INSERT INTO matched_row (new_version, new_row, old_version, old_row)
SELECT DISTINCT ON (n.source_key) n.version, n.row_number, o.version, o.row_number
FROM compared_row n
JOIN compared_row o ON o.source_key = n.source_key AND o.kind <> n.kind
WHERE n.is_new AND NOT o.is_new AND n.source_key <> ''
  AND (o.name = n.name OR (abs(o.x - n.x) <= 0.002 AND abs(o.y - n.y) <= 0.002))
  AND NOT EXISTS (SELECT 1 FROM matched_row m
                  WHERE m.new_version = n.version AND m.new_row = n.row_number)
  AND NOT EXISTS (SELECT 1 FROM matched_row m
                  WHERE m.old_version = o.version AND m.old_row = o.row_number)
ORDER BY n.source_key, n.row_number, o.row_number;
