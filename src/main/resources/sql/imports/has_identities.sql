-- One row: whether the city has ever had communities of the source.
SELECT EXISTS (SELECT 1 FROM community_identity WHERE city_id = ? AND source = ?) AS known;
