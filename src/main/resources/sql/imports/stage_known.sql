-- Where the communities that a source has had wait to be found again by name and place.
CREATE TEMPORARY TABLE known_community (
  id         bigint NOT NULL,
  source_key text NOT NULL,
  name       text NOT NULL,
  place      geometry(Point, 4326) NOT NULL
) ON COMMIT DROP;
