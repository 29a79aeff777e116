-- Where the rows of a streets or areas file wait for the commit.
CREATE TEMPORARY TABLE incoming_shape (
  row_number integer NOT NULL,
  name       text NOT NULL,
  category   text NOT NULL,
  attributes jsonb NOT NULL,
  shape      geometry(Geometry, 4326) NOT NULL
) ON COMMIT DROP;
