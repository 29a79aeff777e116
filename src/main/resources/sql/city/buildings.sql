-- One row per building of a layer version.
SELECT row_number, source_key, ST_AsBinary(place) AS place, floor_sqm,
       households, residents, elderly, children, preschoolers, pupils,
       origin_row,
       CASE WHEN origin_version IS NOT NULL
         THEN (SELECT o.file FROM layer_version o WHERE o.id = origin_version) END AS origin_file
FROM building
WHERE layer_version_id = ?
ORDER BY row_number;
