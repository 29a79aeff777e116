-- The incoming facilities of one kind as the rows of one layer version.
INSERT INTO facility (layer_version_id, row_number, subtype, name, status, access, capacity,
                      attributes, place)
SELECT ?, row_number, subtype, name, status, access, capacity, attributes, place
FROM incoming_facility
WHERE kind = ?
ORDER BY row_number;
