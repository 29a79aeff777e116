-- At most one row: the raster of a layer version.
SELECT crs, west, north, cell_width, cell_height, columns, people
FROM population_grid
WHERE layer_version_id = ?;
