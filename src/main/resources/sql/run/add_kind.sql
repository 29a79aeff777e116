-- A run's columns for one kind.
INSERT INTO run_kind (run_id, ordinal, kind, radius_m, mode, citation, target_group, norm, status,
                      people_basis, nearest_layer, nearest_row, share, share_of_people,
                      residents_out_of_reach, group_people, served, without_capacity,
                      group_out_of_reach, quantity_gap, nearest_m)
VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
