-- One row per community of the data version that a run was made of, in the order of its index.
SELECT c.attributes, ST_AsBinary(c.boundary) AS shape, c.id, nullif(c.name, ''),
       nullif(c.source_key, ''), c.build_year, c.renovation, c.households, c.residents
FROM run r
JOIN community_layer v ON v.city_id = r.city_id AND v.data_version = r.data_version
JOIN community c ON c.layer_version_id = v.layer_version_id
WHERE r.id = ?
ORDER BY v.first_index + c.ordinal;
