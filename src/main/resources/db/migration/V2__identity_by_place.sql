-- Communities without a name all share the empty one: finding each again by name alone compares
-- every one with every other.
CREATE INDEX community_identity_place ON community_identity USING gist (place);
