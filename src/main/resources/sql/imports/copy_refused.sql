-- One refused row per row.
COPY refused_row (import_id, ordinal, row_number, field, code, detail, columns, shape) FROM STDIN
