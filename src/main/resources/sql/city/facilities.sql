-- One row per facility of a layer version.
SELECT row_number, source_key, subtype, name, ST_AsBinary(place) AS place, status, access,
       capacity, floor_sqm, land_sqm,
       origin_row,
       CASE WHEN origin_version IS NOT NULL
         THEN (SELECT o.file FROM layer_version o WHERE o.id = origin_version) END AS origin_file
FROM facility
WHERE layer_version_id = ?
ORDER BY row_number;
