-- One row: until this transaction ends nobody else queues at the lock, so that ids run in its order.
SELECT pg_advisory_xact_lock(6975331, hashtext(?));
