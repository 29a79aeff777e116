-- Communities without a name all share the empty one: comparing each with every other takes for ever.
CREATE INDEX known_community_place ON known_community USING gist (place);
