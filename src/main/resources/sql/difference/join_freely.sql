-- Ends what join_by_hash began.
SET LOCAL enable_nestloop = on;
