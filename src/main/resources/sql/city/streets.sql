-- One row per street of a layer version: its line, what it is, and how it may be walked.
SELECT row_number, ST_AsBinary(shape) AS shape, name, category,
       attributes ->> 'gapmap:walk' AS rule,
       -- OpenStreetMap's "0;1" is a way that leads from one level to another: on the ground, as far as it goes.
       coalesce(substring(coalesce(attributes ->> 'gapmap:level', attributes ->> 'layer')
                          FROM '^-?[0-9]{1,2}$')::integer, 0) AS level,
       coalesce(attributes ->> 'bridge', 'no') <> 'no' AS bridge,
       coalesce(attributes ->> 'tunnel', 'no') <> 'no' AS tunnel,
       coalesce(attributes ->> '@id', '') NOT LIKE 'way/%' AS office
FROM shape
WHERE layer_version_id = ?
ORDER BY row_number;
