-- One row per version in a city's current data that was imported from this source with this spec, where
-- every version that its import made is still current: doing it again with the same file would change
-- nothing. Where the user says for which area a list is complete, that area is the same, too.
SELECT i.id AS import_id, i.sha256, l.kind, v.number, v.row_count, c.data_version, v.report
FROM city c
JOIN city_version cv ON cv.city_id = c.id AND cv.data_version = c.data_version
JOIN layer_version v ON v.id = cv.layer_version_id
JOIN layer l ON l.id = v.layer_id
JOIN file_import i ON i.id = v.import_id
WHERE c.key = ? AND l.type = ? AND l.source = ? AND i.spec = ?::jsonb AND i.sha256 <> ''
  AND (NOT ?::boolean
       OR v.complete_for IS NOT DISTINCT FROM ST_SetSRID(ST_GeomFromWKB(?), 4326))
  AND NOT EXISTS (
    SELECT 1
    FROM layer_version o
    WHERE o.import_id = i.id
      AND NOT EXISTS (SELECT 1 FROM city_version oc
                      WHERE oc.city_id = c.id AND oc.data_version = c.data_version
                        AND oc.layer_version_id = o.id))
ORDER BY i.id DESC, l.kind;
