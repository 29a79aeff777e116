-- One row: communities added, kept and removed, of a version against the one before.
SELECT count(*) FILTER (WHERE b.id IS NULL) AS added,
       count(*) FILTER (WHERE b.id IS NOT NULL AND n.id IS NOT NULL) AS kept,
       count(*) FILTER (WHERE n.id IS NULL) AS removed
FROM (SELECT id FROM community WHERE layer_version_id = ?) n
FULL JOIN (SELECT id FROM community WHERE layer_version_id = ?) b ON n.id = b.id;
