-- The incoming communities as the rows of one layer version, in Hilbert order. Whoever was never seen
-- before gets a new id; that these rise with the ordinals keeps the keys' indexes cheap to fill.
INSERT INTO community (layer_version_id, id, ordinal, row_number, source_key, name, households,
                       residents, elderly, children, preschoolers, pupils, build_year,
                       renovation, attributes, boundary, origin_version, origin_row)
SELECT ?, coalesce(id, nextval('community_identity_id_seq')),
       row_number() OVER (ORDER BY boundary, row_number) - 1, row_number,
       source_key, name, households, residents, elderly, children, preschoolers, pupils, build_year,
       renovation, attributes, boundary, origin_version, origin_row
FROM incoming_community
ORDER BY boundary, row_number;
