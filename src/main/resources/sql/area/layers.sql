-- One row per source of a city's current areas and communities layers.
SELECT DISTINCT source FROM current_layer WHERE city = ? AND type IN ('areas', 'communities') ORDER BY source;
