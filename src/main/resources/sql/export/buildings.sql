-- One row per building of a layer version, in the order of its file.
SELECT attributes, ST_AsBinary(place) AS shape, row_number, nullif(name, ''), nullif(source_key, ''),
       households, residents, elderly, children, preschoolers, pupils, floor_sqm, nullif(use, '')
FROM building
WHERE layer_version_id = ?
ORDER BY row_number;
