-- The rows that are to be matched: those of the new versions, and those of the versions before.
CREATE TEMPORARY TABLE compared_row (
  is_new     boolean NOT NULL,
  version    integer NOT NULL,
  row_number integer NOT NULL,
  kind       text NOT NULL,
  source_key text NOT NULL,
  name       text NOT NULL,
  x          double precision NOT NULL,
  y          double precision NOT NULL,
  -- Whether its boundary may be drawn anew and yet be that of the same: a polygon with a name.
  wide       boolean NOT NULL
) ON COMMIT DROP;
