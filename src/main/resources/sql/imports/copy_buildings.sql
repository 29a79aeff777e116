-- One incoming building per row.
COPY incoming_building (row_number, source_key, name, use, households, residents, elderly, children,
                        preschoolers, pupils, floor_sqm, attributes, place) FROM STDIN (FORMAT binary)
