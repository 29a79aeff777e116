-- One row per street, area or piece of land of a layer version.
SELECT row_number, '' AS source_key, name, category,
       ST_AsBinary(shape) AS shape
FROM shape
WHERE layer_version_id = ?
ORDER BY row_number;
