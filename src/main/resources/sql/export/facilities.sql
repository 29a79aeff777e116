-- One row per facility or site of a layer version, in the order of its file.
SELECT attributes, ST_AsBinary(place) AS shape, row_number, nullif(name, ''), nullif(source_key, ''),
       capacity, floor_sqm, land_sqm, nullif(status, 'unknown'), nullif(access, 'unknown'),
       nullif(subtype, '')
FROM facility
WHERE layer_version_id = ?
ORDER BY row_number;
