-- One row per building of a layer version.
SELECT row_number, source_key, ST_AsBinary(place) AS place, floor_sqm,
       households, residents, elderly, children, preschoolers, pupils
FROM building
WHERE layer_version_id = ?
ORDER BY row_number;
