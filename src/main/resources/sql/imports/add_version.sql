-- One row: the id of the layer's new version.
INSERT INTO layer_version (layer_id, number, file, crs, complete_for_text, complete_for,
                           completeness_asserted)
VALUES (?, ?, ?, ?, ?, ST_GeomFromWKB(?, 4326), ?)
RETURNING id;
