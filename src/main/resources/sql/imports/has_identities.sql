-- One row: whether the city has had communities of the source that no current version has.
SELECT EXISTS (SELECT 1 FROM community_identity WHERE city_id = ? AND source = ?) AS known;
