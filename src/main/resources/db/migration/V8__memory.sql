-- The kind that a word of a city's files means, as the user said when it was met first.
CREATE TABLE kind_word (
  city_id integer NOT NULL REFERENCES city ON DELETE CASCADE,
  -- Folded: without case, width, blanks and signs that tell no two words apart.
  word    text NOT NULL,
  kind    text NOT NULL,
  at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city_id, word)
);

-- How a file of a shape (its format, type of geometry and field names) was imported into a city last.
CREATE TABLE remembered_mapping (
  city_id integer NOT NULL REFERENCES city ON DELETE CASCADE,
  type    text NOT NULL,
  -- SHA-256 of format, type of geometry, and field names in file order; hex.
  shape   text NOT NULL,
  -- What the user said of it, without what was about single rows.
  spec    jsonb NOT NULL,
  at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (city_id, type, shape)
);
