-- Rows of one kind with the same key are the same; of rows that share a key, the first one.
INSERT INTO matched_row (new_version, new_row, old_version, old_row)
SELECT n.version, n.row_number, o.version, o.row_number
FROM (SELECT DISTINCT ON (kind, source_key) *
      FROM compared_row WHERE is_new AND source_key <> ''
      ORDER BY kind, source_key, row_number) n
JOIN (SELECT DISTINCT ON (kind, source_key) *
      FROM compared_row WHERE NOT is_new AND source_key <> ''
      ORDER BY kind, source_key, row_number) o
  ON o.kind = n.kind AND o.source_key = n.source_key;
