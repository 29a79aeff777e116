-- One row per community of a layer version, in the order of its file.
SELECT attributes, ST_AsBinary(boundary) AS shape, row_number, id, nullif(name, ''),
       nullif(source_key, ''), build_year, renovation, households, residents, elderly, children,
       preschoolers, pupils
FROM community
WHERE layer_version_id = ?
ORDER BY row_number;
