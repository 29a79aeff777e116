-- A version that keeps rows of the one before is complete where that was, unless the user says where.
UPDATE layer_version n
SET complete_for_text = o.complete_for_text,
    complete_for = o.complete_for,
    completeness_asserted = o.completeness_asserted
FROM layer_version o
WHERE n.id = ? AND o.id = ? AND NOT n.completeness_asserted;
