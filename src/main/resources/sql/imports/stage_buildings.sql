-- Where the rows of a buildings file wait for the commit.
CREATE TEMPORARY TABLE incoming_building (
  row_number   integer NOT NULL,
  source_key   text NOT NULL,
  name         text NOT NULL,
  use          text NOT NULL,
  households   integer,
  residents    integer,
  elderly      integer,
  children     integer,
  preschoolers integer,
  pupils       integer,
  floor_sqm    double precision,
  attributes   jsonb NOT NULL,
  place        geometry(Point, 4326) NOT NULL
) ON COMMIT DROP;
