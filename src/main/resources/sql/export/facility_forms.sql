-- One row: whether a layer version has facilities that are points, and such that are polygons.
SELECT coalesce(bool_or(ST_Dimension(place) = 0), false) AS points,
       coalesce(bool_or(ST_Dimension(place) = 2), false) AS polygons
FROM facility
WHERE layer_version_id = ?;
