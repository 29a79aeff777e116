-- One row per street, area or piece of land of a layer version.
SELECT row_number, '' AS source_key, name, category,
       ST_AsBinary(shape) AS shape,
       origin_row,
       CASE WHEN origin_version IS NOT NULL
         THEN (SELECT o.file FROM layer_version o WHERE o.id = origin_version) END AS origin_file
FROM shape
WHERE layer_version_id = ?
ORDER BY row_number;
