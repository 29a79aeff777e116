-- One incoming street or area per row.
COPY incoming_shape (row_number, name, category, attributes, shape) FROM STDIN (FORMAT binary)
