-- One row per facility of a layer version.
SELECT row_number, source_key, subtype, name, ST_AsBinary(place) AS place, status, access,
       capacity, floor_sqm, land_sqm
FROM facility
WHERE layer_version_id = ?
ORDER BY row_number;
