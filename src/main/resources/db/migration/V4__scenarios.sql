-- A what-if of a city: named edits, kept apart from its data. An edit names a facility by its source's
-- key, else by kind, name and place, since rows and layer versions do not last across imports.
CREATE TABLE scenario (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id      integer NOT NULL REFERENCES city,
  name         text NOT NULL,
  edits        jsonb NOT NULL,
  data_version integer NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX scenario_city ON scenario (city_id);
