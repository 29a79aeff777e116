-- A new row and the one before that it is the same place as; each occurs once.
CREATE TEMPORARY TABLE matched_row (
  new_version integer NOT NULL,
  new_row     integer NOT NULL,
  old_version integer NOT NULL,
  old_row     integer NOT NULL
) ON COMMIT DROP;
