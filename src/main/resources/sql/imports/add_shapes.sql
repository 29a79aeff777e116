-- The incoming streets or areas as the rows of one layer version.
INSERT INTO shape (layer_version_id, row_number, name, category, attributes, shape)
SELECT ?, row_number, name, category, attributes, shape
FROM incoming_shape
ORDER BY row_number;
