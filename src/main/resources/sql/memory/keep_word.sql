-- No rows: a word's kind in a city, in the place of what it was taken for before.
INSERT INTO kind_word (city_id, word, kind)
SELECT id, ?, ? FROM city WHERE key = ?
ON CONFLICT (city_id, word) DO UPDATE SET kind = excluded.kind, at = now();
