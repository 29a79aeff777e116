-- One row, or none: how a file of this shape was imported into the city last.
SELECT m.at, m.spec
FROM remembered_mapping m
JOIN city c ON c.id = m.city_id
WHERE c.key = ? AND m.type = ? AND m.shape = ?;
