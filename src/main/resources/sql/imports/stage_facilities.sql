-- Where the rows of a facilities or sites file wait for the commit.
CREATE TEMPORARY TABLE incoming_facility (
  kind       text NOT NULL,
  row_number integer NOT NULL,
  source_key text NOT NULL,
  subtype    text NOT NULL,
  name       text NOT NULL,
  status     text NOT NULL,
  access     text NOT NULL,
  capacity   integer,
  floor_sqm  double precision,
  land_sqm   double precision,
  attributes jsonb NOT NULL,
  place      geometry(Geometry, 4326) NOT NULL
) ON COMMIT DROP;
