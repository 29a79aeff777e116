-- One row: the box around a city's current communities and areas in degrees; no numbers where it has none.
SELECT ST_XMin(box) AS west, ST_YMin(box) AS south, ST_XMax(box) AS east, ST_YMax(box) AS north
FROM (
  SELECT ST_Extent(coalesce(c.boundary, s.shape)) AS box
  FROM current_layer l
  LEFT JOIN community c ON c.layer_version_id = l.id
  LEFT JOIN shape s ON s.layer_version_id = l.id
  WHERE l.city = ? AND l.type IN ('communities', 'areas')
) extent;
