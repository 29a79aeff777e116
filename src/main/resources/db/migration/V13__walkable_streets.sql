-- Streets of every city's current data that may be walked, for whoever opens the database directly: a layer
-- for QGIS, with id as its key. Rows from before rules were stored are judged by their class alone.
CREATE OR REPLACE VIEW walkable_street AS
SELECT l.id * 100000000::bigint + s.row_number AS id, l.city, l.source, s.name, s.category, r.rule,
       CASE r.rule WHEN 'private' THEN 'private' ELSE 'open' END AS passage,
       coalesce(s.attributes ->> 'gapmap:level',
                substring(s.attributes ->> 'layer' FROM '^-?[0-9]{1,2}$'), '0')::integer AS level,
       s.attributes, s.shape
FROM current_layer l
JOIN shape s ON s.layer_version_id = l.id
CROSS JOIN LATERAL (
  SELECT coalesce(s.attributes ->> 'gapmap:walk',
                  CASE WHEN s.category ~* 'motorway|高速' THEN 'motorway'
                       WHEN s.category = 'steps' THEN 'steps'
                       ELSE 'road' END) AS rule) r
WHERE l.type = 'streets'
  AND r.rule NOT IN ('motorway', 'forbidden', 'sidepath', 'unbuilt', 'no_way');
