-- Of the rest, rows of one kind with the same name in exactly the same place are the same, in the
-- order of their rows where there are several. Two different keys are two places.
WITH rest AS (
  SELECT c.*, row_number() OVER (PARTITION BY c.is_new, c.kind, c.name, c.x, c.y
                                 ORDER BY c.row_number) AS nth
  FROM compared_row c
  WHERE NOT EXISTS (SELECT 1 FROM matched_row m
                    WHERE c.is_new AND m.new_version = c.version AND m.new_row = c.row_number)
    AND NOT EXISTS (SELECT 1 FROM matched_row m
                    WHERE NOT c.is_new AND m.old_version = c.version AND m.old_row = c.row_number)
)
INSERT INTO matched_row (new_version, new_row, old_version, old_row)
SELECT n.version, n.row_number, o.version, o.row_number
FROM rest n
JOIN rest o ON o.x = n.x AND o.y = n.y AND o.name = n.name AND o.kind = n.kind AND o.nth = n.nth
WHERE n.is_new AND NOT o.is_new AND (n.source_key = '' OR o.source_key = '');
