-- One row: how many notes a city has.
SELECT count(*) AS notes FROM site_note n JOIN city c ON c.id = n.city_id WHERE c.key = ?;
