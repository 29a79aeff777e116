-- Where the rows of a facilities or sites file wait for the commit.
CREATE TEMPORARY TABLE incoming_facility (
  kind       text NOT NULL,
  row_number integer NOT NULL,
  subtype    text NOT NULL,
  name       text NOT NULL,
  status     text NOT NULL,
  access     text NOT NULL,
  capacity   integer,
  attributes jsonb NOT NULL,
  place      geometry(Geometry, 4326) NOT NULL
) ON COMMIT DROP;
