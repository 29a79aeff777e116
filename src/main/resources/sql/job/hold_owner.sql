-- One row: this connection says from now on that the process of the number lives.
SELECT pg_advisory_lock(6975330, ?);
