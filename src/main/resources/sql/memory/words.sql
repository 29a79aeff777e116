-- One row per word whose kind is known in a city.
SELECT w.word, w.kind FROM kind_word w JOIN city c ON c.id = w.city_id WHERE c.key = ? ORDER BY w.word;
