-- Tells every server that the city has changed, once this is committed.
SELECT pg_notify('gapmap_city', ?);
