-- One row per kind of a run, in the standard's order.
SELECT kind, radius_m, mode, citation, target_group, norm, status, people_basis, nearest_layer,
       nearest_row, share, share_of_people, residents_out_of_reach, group_people, served,
       without_capacity, group_out_of_reach, quantity_gap, nearest_m
FROM run_kind
WHERE run_id = ?
ORDER BY ordinal;
