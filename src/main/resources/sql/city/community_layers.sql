-- One row per communities layer of a city's data version, in the order of the communities' index.
SELECT layer_version_id FROM community_layer WHERE city_id = ? AND data_version = ? ORDER BY first_index;
