-- Where a population raster waits for the commit.
CREATE TEMPORARY TABLE incoming_population (
  crs         text NOT NULL,
  west        double precision NOT NULL,
  north       double precision NOT NULL,
  cell_width  double precision NOT NULL,
  cell_height double precision NOT NULL,
  columns     integer NOT NULL,
  people      bytea NOT NULL
) ON COMMIT DROP;
