-- No rows: how a file of this shape was imported into the city now.
INSERT INTO remembered_mapping (city_id, type, shape, spec)
SELECT id, ?, ?, ?::jsonb FROM city WHERE key = ?
ON CONFLICT (city_id, type, shape) DO UPDATE SET spec = excluded.spec, at = now();
