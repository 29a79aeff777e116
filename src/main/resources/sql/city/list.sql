-- One row per city, with what its data version is made of.
SELECT c.key, c.name, c.demonstration, c.data_version,
       coalesce(sum(v.row_count) FILTER (WHERE l.type = 'communities'), 0)::integer AS communities,
       coalesce(sum(v.row_count) FILTER (WHERE l.type = 'facilities'), 0)::integer AS facilities
FROM city c
LEFT JOIN city_version cv ON cv.city_id = c.id AND cv.data_version = c.data_version
LEFT JOIN layer_version v ON v.id = cv.layer_version_id
LEFT JOIN layer l ON l.id = v.layer_id
GROUP BY c.id
ORDER BY c.demonstration, c.key;
