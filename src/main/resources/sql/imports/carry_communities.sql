-- The communities of the version before that don't come again, as rows to be stored with the new ones,
-- with numbers after theirs and with the version and row that they came from.
INSERT INTO incoming_community (row_number, source_key, name, households, residents, elderly, children,
                                preschoolers, pupils, build_year, renovation, attributes, boundary, id,
                                origin_version, origin_row)
SELECT top.number + row_number() OVER (ORDER BY c.row_number), c.source_key, c.name, c.households,
       c.residents, c.elderly, c.children, c.preschoolers, c.pupils, c.build_year, c.renovation,
       c.attributes, c.boundary, c.id, coalesce(c.origin_version, c.layer_version_id),
       coalesce(c.origin_row, c.row_number)
FROM community c
CROSS JOIN (SELECT coalesce(max(row_number), 0) AS number FROM incoming_community) top
WHERE c.layer_version_id = ?
  AND NOT EXISTS (SELECT 1 FROM incoming_community n WHERE n.id = c.id);
