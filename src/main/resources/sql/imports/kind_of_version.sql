-- One row: the kind of a version's layer.
SELECT l.kind FROM layer_version v JOIN layer l ON l.id = v.layer_id WHERE v.id = ?;
