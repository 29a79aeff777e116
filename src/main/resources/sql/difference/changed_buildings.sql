-- The matched rows that differ: in a column, in their kind, or in their shape.
INSERT INTO changed_row (new_version, new_row, old_version, old_row)
SELECT m.new_version, m.new_row, m.old_version, m.old_row
FROM matched_row m
JOIN building n ON n.layer_version_id = m.new_version AND n.row_number = m.new_row
JOIN building o ON o.layer_version_id = m.old_version AND o.row_number = m.old_row
JOIN layer_version nv ON nv.id = m.new_version
JOIN layer_version ov ON ov.id = m.old_version
WHERE nv.layer_id <> ov.layer_id
   OR (n.source_key, n.name, n.use, n.households, n.residents, n.elderly, n.children, n.preschoolers, n.pupils, n.floor_sqm, n.attributes)
      IS DISTINCT FROM
      (o.source_key, o.name, o.use, o.households, o.residents, o.elderly, o.children, o.preschoolers, o.pupils, o.floor_sqm, o.attributes)
   OR NOT same_shape(n.place, o.place);
