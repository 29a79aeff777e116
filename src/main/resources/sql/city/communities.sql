-- One row per community of a layer version, in the order of its ordinal.
SELECT row_number, source_key, id, name, ST_AsBinary(boundary) AS boundary, build_year,
       households, residents, elderly, children, preschoolers, pupils,
       origin_row,
       CASE WHEN origin_version IS NOT NULL
         THEN (SELECT o.file FROM layer_version o WHERE o.id = origin_version) END AS origin_file,
       renovation
FROM community
WHERE layer_version_id = ?
ORDER BY ordinal;
