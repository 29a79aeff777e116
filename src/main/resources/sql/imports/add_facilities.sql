-- The incoming facilities of one kind as the rows of one layer version.
INSERT INTO facility (layer_version_id, row_number, source_key, subtype, name, status, access,
                      capacity, floor_sqm, land_sqm, attributes, place)
SELECT ?, row_number, source_key, subtype, name, status, access, capacity, floor_sqm, land_sqm,
       attributes, place
FROM incoming_facility
WHERE kind = ?
ORDER BY row_number;
