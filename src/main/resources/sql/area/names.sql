-- One row per name in a city's current areas layers.
SELECT DISTINCT s.name
FROM current_layer l
JOIN shape s ON s.layer_version_id = l.id
WHERE l.city = ? AND l.type = 'areas' AND s.name <> ''
ORDER BY s.name;
