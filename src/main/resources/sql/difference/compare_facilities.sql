-- The rows of these versions, to be matched; those of the first list are the new ones.
INSERT INTO compared_row (is_new, version, row_number, kind, source_key, name, x, y, wide)
SELECT v.id = ANY (?), v.id, r.row_number, l.kind, r.source_key, r.name, ST_X(c.middle), ST_Y(c.middle),
       r.name <> '' AND ST_Dimension(r.place) = 2
FROM layer_version v
JOIN layer l ON l.id = v.layer_id
JOIN facility r ON r.layer_version_id = v.id
CROSS JOIN LATERAL (SELECT ST_Centroid(r.place) AS middle) c
WHERE v.id = ANY (?);
