-- A run's results as columns by community index. Communities and facilities are named by the data
-- version that the run was made of, which is kept; 24 kinds of a large city would repeat their names
-- in every kind otherwise. Runs stored before lose the nearest facility's name and keep its distance:
-- a fresh run of the same data version brings it back.
CREATE TABLE run_kind (
  run_id                 bigint NOT NULL REFERENCES run ON DELETE CASCADE,
  ordinal                integer NOT NULL,
  kind                   text NOT NULL,
  radius_m               double precision NOT NULL,
  mode                   text NOT NULL,
  -- Where the row's radius comes from: clause, source, year, verification, localChoice, and how far
  -- its least sizes were checked: sizes.
  citation               jsonb NOT NULL,
  target_group           text NOT NULL,
  -- What quantity_gap is counted by: amount, unit, basis, clause, verification; empty without a norm.
  norm                   jsonb NOT NULL DEFAULT '{}',
  -- One letter per community: m met, p partial, g gap, u unknown.
  status                 text NOT NULL,
  -- One letter per community: c counted, e estimated, u unknown.
  people_basis           text NOT NULL,
  -- One element per community; NaN is unknown. A whole column that is unknown is NULL.
  share                  real[],
  share_of_people        real[],
  residents_out_of_reach real[],
  group_people           real[],
  served                 real[],
  without_capacity       real[],
  group_out_of_reach     real[],
  quantity_gap           real[],
  nearest_m              real[],
  -- The nearest facility as layer version and row; 0 is none.
  nearest_layer          integer[],
  nearest_row            integer[],
  PRIMARY KEY (run_id, kind)
);
-- Compressing takes longer than writing.
ALTER TABLE run_kind
  ALTER share SET STORAGE EXTERNAL, ALTER share_of_people SET STORAGE EXTERNAL,
  ALTER residents_out_of_reach SET STORAGE EXTERNAL, ALTER group_people SET STORAGE EXTERNAL,
  ALTER served SET STORAGE EXTERNAL, ALTER without_capacity SET STORAGE EXTERNAL,
  ALTER group_out_of_reach SET STORAGE EXTERNAL, ALTER quantity_gap SET STORAGE EXTERNAL,
  ALTER nearest_m SET STORAGE EXTERNAL, ALTER nearest_layer SET STORAGE EXTERNAL,
  ALTER nearest_row SET STORAGE EXTERNAL;

INSERT INTO run_kind (run_id, ordinal, kind, radius_m, mode, citation, target_group, status,
                      people_basis, share, residents_out_of_reach, nearest_m)
SELECT v.run_id, v.ordinal, v.kind, v.radius_m, v.mode,
       coalesce((SELECT rule -> 'citation'
                 FROM jsonb_array_elements(r.standard -> 'rules') rule
                 WHERE rule ->> 'kind' = v.kind), '{}'),
       'all',
       (SELECT coalesce(string_agg(left(u.s, 1), '' ORDER BY u.i), '')
        FROM unnest(v.status) WITH ORDINALITY AS u (s, i)),
       (SELECT coalesce(string_agg(CASE WHEN u.n IS NULL THEN 'u' ELSE 'c' END, '' ORDER BY u.i), '')
        FROM unnest(v.residents) WITH ORDINALITY AS u (n, i)),
       (SELECT array_agg(coalesce(u.n, 'NaN') ORDER BY u.i)
        FROM unnest(v.share::real[]) WITH ORDINALITY AS u (n, i)),
       (SELECT array_agg(coalesce(u.n, 'NaN') ORDER BY u.i)
        FROM unnest(v.residents_out_of_reach::real[]) WITH ORDINALITY AS u (n, i)),
       (SELECT array_agg(coalesce(u.n, 'NaN') ORDER BY u.i)
        FROM unnest(v.nearest_m::real[]) WITH ORDINALITY AS u (n, i))
FROM run_result v
JOIN run r ON r.id = v.run_id;

DROP VIEW run_row;
DROP TABLE run_result;

-- One row per run, kind and community, for whoever opens the database directly. NULL is unknown.
CREATE VIEW run_row AS
SELECT r.id AS run_id, city.key AS city, r.data_version, r.standard_id, v.kind, v.radius_m, v.mode,
       v.citation ->> 'verification' AS verification, c.id AS community_id, c.name AS community,
       nullif(v.share[n.i], 'NaN') AS share,
       CASE substr(v.status, n.i, 1) WHEN 'm' THEN 'met' WHEN 'p' THEN 'partial' WHEN 'g' THEN 'gap'
         ELSE 'unknown' END AS status,
       c.residents,
       nullif(v.residents_out_of_reach[n.i], 'NaN') AS residents_out_of_reach,
       v.target_group,
       CASE substr(v.people_basis, n.i, 1) WHEN 'c' THEN 'counted' WHEN 'e' THEN 'estimated'
         ELSE 'unknown' END AS people_basis,
       nullif(v.group_people[n.i], 'NaN') AS group_people,
       nullif(v.share_of_people[n.i], 'NaN') AS share_of_people,
       nullif(v.served[n.i], 'NaN') AS served,
       nullif(v.without_capacity[n.i], 'NaN') AS without_capacity,
       nullif(v.group_out_of_reach[n.i], 'NaN') AS group_out_of_reach,
       nullif(v.quantity_gap[n.i], 'NaN') AS quantity_gap,
       f.name AS nearest_facility,
       nullif(v.nearest_m[n.i], 'NaN') AS nearest_m
FROM run r
JOIN city ON city.id = r.city_id
JOIN run_kind v ON v.run_id = r.id
JOIN community_layer l ON l.city_id = r.city_id AND l.data_version = r.data_version
JOIN community c ON c.layer_version_id = l.layer_version_id
CROSS JOIN LATERAL (SELECT l.first_index + c.ordinal + 1 AS i) n
LEFT JOIN facility f
  ON f.layer_version_id = v.nearest_layer[n.i] AND f.row_number = v.nearest_row[n.i];
