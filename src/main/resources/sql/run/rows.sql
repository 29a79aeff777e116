-- One row per kind and community of a run, in the order in which they were written.
SELECT v.ordinal, v.kind, v.radius_m, v.mode, u.community_id, u.community, u.share, u.status,
       u.residents, u.residents_out_of_reach, u.nearest_facility, u.nearest_m
FROM run_result v
CROSS JOIN LATERAL unnest(v.community_id, v.community, v.share, v.status, v.residents,
                          v.residents_out_of_reach, v.nearest_facility, v.nearest_m) WITH ORDINALITY
  AS u (community_id, community, share, status, residents, residents_out_of_reach,
        nearest_facility, nearest_m, place)
WHERE v.run_id = ?
ORDER BY v.ordinal, u.place;
