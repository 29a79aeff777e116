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
  renovation text,
  attributes jsonb NOT NULL,
  boundary   geometry(MultiPolygon, 4326) NOT NULL,
  -- Of one known already.
  id         bigint,
  origin_version integer,
  origin_row integer
) ON COMMIT DROP;
