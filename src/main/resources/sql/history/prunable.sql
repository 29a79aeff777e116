-- One row per version of a layer that has its rows and may lose them: none of the last so many, in no
-- current data, and in no data version that a run or a scenario is of.
SELECT v.id
FROM (SELECT id, pruned, row_number() OVER (ORDER BY number DESC) AS nth
      FROM layer_version WHERE layer_id = ?) v
WHERE v.nth > ? AND NOT v.pruned
  AND NOT EXISTS (
    SELECT 1
    FROM city_version cv
    JOIN city c ON c.id = cv.city_id
    WHERE cv.layer_version_id = v.id
      AND (cv.data_version = c.data_version
           OR EXISTS (SELECT 1 FROM run r
                      WHERE r.city_id = cv.city_id AND r.data_version = cv.data_version)
           OR EXISTS (SELECT 1 FROM scenario s
                      WHERE s.city_id = cv.city_id AND s.data_version = cv.data_version)));
