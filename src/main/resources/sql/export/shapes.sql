-- One row per street, area, piece of land, gate or address of a layer version, in the order of its file.
SELECT attributes, ST_AsBinary(shape) AS shape, row_number, nullif(name, ''), nullif(category, '')
FROM shape
WHERE layer_version_id = ?
ORDER BY row_number;
