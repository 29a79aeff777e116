-- One file as it was imported: what its layers' versions were made of. A file of several kinds made a
-- version of several layers. Versions from before this table have none.
CREATE TABLE file_import (
  id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Of the file, or of all its parts; empty where it was not asked for.
  sha256  text NOT NULL DEFAULT '',
  bytes   bigint NOT NULL DEFAULT 0,
  mode    text NOT NULL CHECK (mode IN ('replace', 'append', 'upsert')),
  by_whom text NOT NULL DEFAULT '',
  -- What the user said of it.
  spec    jsonb NOT NULL DEFAULT '{}',
  -- Rows refused, of which refused_row may hold fewer.
  refused integer NOT NULL DEFAULT 0
);

ALTER TABLE layer_version
  ADD COLUMN import_id integer REFERENCES file_import,
  -- Whether its rows are gone; what is known of it stays.
  ADD COLUMN pruned    boolean NOT NULL DEFAULT false;

-- A row that was not stored, as it stood in its file.
CREATE TABLE refused_row (
  import_id  integer NOT NULL REFERENCES file_import,
  ordinal    integer NOT NULL,
  row_number integer NOT NULL,
  field      text NOT NULL,
  code       text NOT NULL,
  detail     text NOT NULL,
  -- Its own columns in their order, without those of personal data.
  columns    json NOT NULL,
  -- WKB in the file's own coordinates; NULL where the row has no shape.
  shape      bytea,
  PRIMARY KEY (import_id, ordinal)
);

-- What made each data version of a city, besides its layer versions: who, when, and how.
CREATE TABLE city_event (
  city_id      integer NOT NULL REFERENCES city,
  data_version integer NOT NULL,
  action       text NOT NULL CHECK (action IN ('import', 'restore', 'remove')),
  by_whom      text NOT NULL DEFAULT '',
  at           timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city_id, data_version)
);

-- A row that an append or upsert kept from an earlier version: the version that it was imported in,
-- and its row there. NULL where the row is of the version's own file.
ALTER TABLE community ADD COLUMN origin_version integer, ADD COLUMN origin_row integer;
ALTER TABLE facility  ADD COLUMN origin_version integer, ADD COLUMN origin_row integer;
ALTER TABLE shape     ADD COLUMN origin_version integer, ADD COLUMN origin_row integer;
ALTER TABLE building  ADD COLUMN origin_version integer, ADD COLUMN origin_row integer;

-- Two shapes that lie within 1e-9 degrees (0.1 mm) of each other, vertex by vertex.
CREATE FUNCTION same_shape(a geometry, b geometry) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN a = b OR (ST_NPoints(a) = ST_NPoints(b) AND ST_HausdorffDistance(a, b) <= 1e-9);

-- A shape in a few words: 121.5012345, 31.2334567; or 17 points around such a place.
CREATE FUNCTION shape_in_words(shape geometry) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ST_NPoints(shape) > 1 THEN ST_NPoints(shape) || ' points around ' ELSE '' END
  || round(ST_X(ST_Centroid(shape))::numeric, 7) || ', '
  || round(ST_Y(ST_Centroid(shape))::numeric, 7);
