-- Drops the refused rows of these versions' imports, where no other version of the import has its rows.
DELETE FROM refused_row r
USING layer_version v
WHERE v.id = ANY (?) AND r.import_id = v.import_id
  AND NOT EXISTS (SELECT 1 FROM layer_version o WHERE o.import_id = v.import_id AND NOT o.pruned);
