-- The remaining rows are communities never seen before.
UPDATE incoming_community
SET id = nextval(pg_get_serial_sequence('community_identity', 'id')), is_new = true
WHERE id IS NULL;
