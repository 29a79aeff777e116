-- The pointer: from here on the city is its next data version.
UPDATE city SET data_version = ? WHERE id = ?;
