-- One row per street of a layer version: its line, what it is, and how it may be walked. Rows from before
-- rules were stored have the file's own fields only.
SELECT row_number, ST_AsBinary(shape) AS shape, name, category,
       attributes ->> 'gapmap:walk' AS rule,
       coalesce(attributes ->> 'gapmap:level',
                substring(attributes ->> 'layer' FROM '^-?[0-9]{1,2}$'), '0')::integer AS level,
       coalesce(attributes ->> 'gapmap:span', attributes ->> 'bridge', '') NOT IN ('', 'no', 'tunnel') AS bridge,
       coalesce(attributes ->> 'gapmap:span', attributes ->> 'tunnel', '') NOT IN ('', 'no', 'bridge') AS tunnel,
       coalesce(attributes ->> '@id', '') NOT LIKE 'way/%' AS office
FROM shape
WHERE layer_version_id = ?
ORDER BY row_number;
