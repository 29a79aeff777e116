-- One row per data version of a city that is whole, the latest first: when it came, and the layers that
-- came with it.
SELECT cv.data_version, coalesce(max(e.at), max(v.imported_at)) AS at,
       array_agg(l.type || ' ' || l.kind || ' ' || v.file ORDER BY l.id)
         FILTER (WHERE before.layer_version_id IS NULL) AS changed
FROM city c
JOIN city_version cv ON cv.city_id = c.id
JOIN layer_version v ON v.id = cv.layer_version_id
JOIN layer l ON l.id = v.layer_id
LEFT JOIN city_version before
  ON before.city_id = cv.city_id AND before.data_version = cv.data_version - 1
 AND before.layer_version_id = cv.layer_version_id
LEFT JOIN city_event e ON e.city_id = cv.city_id AND e.data_version = cv.data_version
WHERE c.key = ?
GROUP BY cv.data_version
HAVING bool_and(NOT v.pruned)
ORDER BY cv.data_version DESC;
