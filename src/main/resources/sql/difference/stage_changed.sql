-- Those of the matched rows that differ in a column or in their shape.
CREATE TEMPORARY TABLE changed_row (
  new_version integer NOT NULL,
  new_row     integer NOT NULL,
  old_version integer NOT NULL,
  old_row     integer NOT NULL
) ON COMMIT DROP;
