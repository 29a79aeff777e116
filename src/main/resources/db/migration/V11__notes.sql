-- What somebody who was on site says of a place: that something is wrong, with where they stood.
-- A community is named by its lasting identity and a facility as scenarios name it (by its source's key,
-- else by kind, name and place), so that a note is still about the same thing after an import.
CREATE TABLE site_note (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id      integer NOT NULL REFERENCES city,
  -- A community_identity; NULL where the note is about no community.
  community_id bigint,
  -- {kind, source, key, name, lon, lat}; NULL where the note is about no facility.
  facility     jsonb,
  -- A service kind's id; empty where it is about none in particular.
  kind         text NOT NULL DEFAULT '',
  text         text NOT NULL CHECK (text <> ''),
  place        geometry(Point, 4326) NOT NULL,
  by_whom      text NOT NULL DEFAULT '',
  at           timestamptz NOT NULL DEFAULT now(),
  -- NULL while it is open.
  settled_at   timestamptz
);
CREATE INDEX site_note_city ON site_note (city_id);
