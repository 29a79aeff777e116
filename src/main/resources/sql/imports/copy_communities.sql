-- One incoming community per row.
COPY incoming_community (row_number, source_key, name, households, residents, elderly, children,
                         preschoolers, pupils, build_year, renovation, attributes, boundary)
FROM STDIN (FORMAT binary)
