-- One row: the version of PostGIS.
SELECT extversion AS version FROM pg_extension WHERE extname = 'postgis';
