-- One incoming facility or site per row.
COPY incoming_facility (kind, row_number, source_key, subtype, name, status, access, capacity,
                        floor_sqm, land_sqm, attributes, place) FROM STDIN (FORMAT binary)
