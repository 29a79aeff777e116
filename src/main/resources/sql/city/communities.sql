-- One row per community of a city's data version, in the order of its index.
SELECT c.id, c.name, c.households, c.residents, c.elderly, c.children, c.preschoolers, c.pupils,
       c.build_year, c.row_number, c.source_key, c.layer_version_id, v.source, v.file, ST_AsBinary(c.boundary) AS boundary
FROM community_layer v
JOIN community c ON c.layer_version_id = v.layer_version_id
WHERE v.city_id = ? AND v.data_version = ?
ORDER BY v.first_index + c.ordinal;
