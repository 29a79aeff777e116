-- One row: the city, locked against imports until the end.
SELECT id, data_version FROM city WHERE key = ? FOR UPDATE;
