-- One row: the layer's id and the number of its newest version, 0 where it has none.
INSERT INTO layer (city_id, type, kind, source)
VALUES (?, ?, ?, ?)
ON CONFLICT (city_id, type, kind, source) DO UPDATE SET source = excluded.source
RETURNING id, (SELECT coalesce(max(v.number), 0) FROM layer_version v WHERE v.layer_id = layer.id) AS number;
