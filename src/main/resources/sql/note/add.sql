-- One row: the id of a new note; none where there is no such city.
INSERT INTO site_note (city_id, community_id, facility, kind, text, place, by_whom)
SELECT id, ?, ?::jsonb, ?, ?, ST_SetSRID(ST_MakePoint(?, ?), 4326), ? FROM city WHERE key = ?
RETURNING id;
