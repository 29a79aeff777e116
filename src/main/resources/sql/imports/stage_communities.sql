-- Where the rows of a communities file wait for the commit.
CREATE TEMPORARY TABLE incoming_community (
  row_number integer NOT NULL,
  source_key text NOT NULL,
  name       text NOT NULL,
  households integer,
  residents  integer,
  elderly    integer,
  children   integer,
  preschoolers integer,
  pupils     integer,
  build_year integer,
  attributes jsonb NOT NULL,
  boundary   geometry(MultiPolygon, 4326) NOT NULL,
  id         bigint,
  -- What it will be called where it is one never seen before.
  new_id     bigint NOT NULL DEFAULT nextval('community_identity_id_seq'),
  origin_version integer,
  origin_row integer
) ON COMMIT DROP;
