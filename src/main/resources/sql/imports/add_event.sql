-- Who made the city's next data version, and how.
INSERT INTO city_event (city_id, data_version, action, by_whom) VALUES (?, ?, ?, ?);
