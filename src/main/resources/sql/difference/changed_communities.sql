-- The communities of a version that were in the version before, too, and differ in a column or in their
-- boundary.
INSERT INTO changed_row (new_version, new_row, old_version, old_row)
SELECT n.layer_version_id, n.row_number, o.layer_version_id, o.row_number
FROM community n
JOIN community o ON o.id = n.id
WHERE n.layer_version_id = ? AND o.layer_version_id = ? AND n.origin_version IS NULL
  AND ((n.source_key, n.name, n.households, n.residents, n.elderly, n.children, n.preschoolers,
        n.pupils, n.build_year, n.renovation, n.attributes)
       IS DISTINCT FROM
       (o.source_key, o.name, o.households, o.residents, o.elderly, o.children, o.preschoolers,
        o.pupils, o.build_year, o.renovation, o.attributes)
       OR NOT same_shape(n.boundary, o.boundary));
