-- One row: the union of a city's areas that have one of the names; no shape where none has.
SELECT ST_AsBinary(ST_Multi(ST_CollectionExtract(ST_Union(s.shape), 3))) AS shape
FROM current_layer l
JOIN shape s ON s.layer_version_id = l.id
WHERE l.city = ? AND l.type = 'areas' AND s.name = ANY (?);
