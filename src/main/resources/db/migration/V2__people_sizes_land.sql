-- More types of layers: where people live, what land is used for, counted population.
ALTER TABLE layer DROP CONSTRAINT layer_type_check;
ALTER TABLE layer ADD CONSTRAINT layer_type_check CHECK (type IN (
  'communities', 'facilities', 'streets', 'areas', 'sites', 'buildings', 'land_use', 'population'));

-- Children by the schools that they need; the older column holds those under 3.
ALTER TABLE community
  ADD COLUMN preschoolers integer CHECK (preschoolers >= 0),
  ADD COLUMN pupils       integer CHECK (pupils >= 0);

-- How large a facility is, and the file's own key of it.
ALTER TABLE facility
  ADD COLUMN source_key text NOT NULL DEFAULT '',
  ADD COLUMN floor_sqm  double precision CHECK (floor_sqm > 0),
  ADD COLUMN land_sqm   double precision CHECK (land_sqm > 0);

-- A building that people live in, or may, as one import of its layer knew it; a polygon's inner point.
CREATE TABLE building (
  layer_version_id integer NOT NULL REFERENCES layer_version,
  row_number       integer NOT NULL,
  source_key       text NOT NULL DEFAULT '',
  name             text NOT NULL DEFAULT '',
  use              text NOT NULL DEFAULT '',
  households       integer CHECK (households >= 0),
  residents        integer CHECK (residents >= 0),
  elderly          integer CHECK (elderly >= 0),
  children         integer CHECK (children >= 0),
  preschoolers     integer CHECK (preschoolers >= 0),
  pupils           integer CHECK (pupils >= 0),
  floor_sqm        double precision CHECK (floor_sqm > 0),
  attributes       jsonb NOT NULL DEFAULT '{}',
  place            geometry(Point, 4326) NOT NULL,
  PRIMARY KEY (layer_version_id, row_number)
);
CREATE INDEX building_place ON building USING gist (place);

-- A raster of people, north up: the window of its file that lies around the city.
CREATE TABLE population_grid (
  layer_version_id integer PRIMARY KEY REFERENCES layer_version,
  crs              text NOT NULL,
  west             double precision NOT NULL,
  north            double precision NOT NULL,
  cell_width       double precision NOT NULL CHECK (cell_width > 0),
  cell_height      double precision NOT NULL CHECK (cell_height > 0),
  columns          integer NOT NULL CHECK (columns > 0),
  -- 32-bit floats, big-endian, row by row from the north-west; NaN where the raster has no data.
  people           bytea NOT NULL
);
