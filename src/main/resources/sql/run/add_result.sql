-- A run's arrays for one kind.
INSERT INTO run_result (run_id, ordinal, kind, radius_m, mode, community_id, community, share, status,
                        residents, residents_out_of_reach, nearest_facility, nearest_m)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
