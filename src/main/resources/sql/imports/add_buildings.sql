-- The incoming buildings as the rows of one layer version, in Hilbert order.
INSERT INTO building (layer_version_id, row_number, source_key, name, use, households, residents,
                      elderly, children, preschoolers, pupils, floor_sqm, attributes, place)
SELECT ?, row_number, source_key, name, use, households, residents, elderly, children, preschoolers,
       pupils, floor_sqm, attributes, place
FROM incoming_building
ORDER BY place, row_number;
