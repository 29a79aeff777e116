-- The incoming raster as the one row of its layer version.
INSERT INTO population_grid (layer_version_id, crs, west, north, cell_width, cell_height, columns,
                             people)
SELECT ?, crs, west, north, cell_width, cell_height, columns, people
FROM incoming_population;
