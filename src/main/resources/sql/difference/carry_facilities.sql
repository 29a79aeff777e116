-- The rows of the version before that no new row is the same place as, as rows of the new version, with
-- numbers after its own and with the version and row that they came from.
INSERT INTO facility (layer_version_id, row_number, source_key, subtype, name, status, access, capacity, floor_sqm, land_sqm, attributes, place, origin_version, origin_row)
SELECT ?, top.number + row_number() OVER (ORDER BY o.row_number),
       o.source_key, o.subtype, o.name, o.status, o.access, o.capacity, o.floor_sqm, o.land_sqm, o.attributes,
       o.place, coalesce(o.origin_version, o.layer_version_id), coalesce(o.origin_row, o.row_number)
FROM facility o
CROSS JOIN (SELECT coalesce(max(row_number), 0) AS number FROM facility
            WHERE layer_version_id = ?) top
WHERE o.layer_version_id = ?
  AND NOT EXISTS (SELECT 1 FROM matched_row m
                  WHERE m.old_version = o.layer_version_id AND m.old_row = o.row_number);
