-- One incoming raster per row.
COPY incoming_population (crs, west, north, cell_width, cell_height, columns, people) FROM STDIN (FORMAT binary)
