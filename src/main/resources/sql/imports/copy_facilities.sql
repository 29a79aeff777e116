-- One incoming facility or site per row.
COPY incoming_facility (kind, row_number, subtype, name, status, access, capacity, attributes, place)
FROM STDIN
