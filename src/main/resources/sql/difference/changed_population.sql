-- One row: whether two rasters differ.
SELECT (n.crs, n.west, n.north, n.cell_width, n.cell_height, n.columns, n.people)
       IS DISTINCT FROM
       (o.crs, o.west, o.north, o.cell_width, o.cell_height, o.columns, o.people) AS changed
FROM population_grid n, population_grid o
WHERE n.layer_version_id = ? AND o.layer_version_id = ?;
