-- One row per note of a city, the open ones first, and of these the latest.
SELECT n.id, c.key AS city, n.community_id, coalesce(here.name, i.name) AS community, n.facility, n.kind, n.text,
       ST_X(n.place) AS lon, ST_Y(n.place) AS lat, n.by_whom, n.at, n.settled_at
FROM site_note n
JOIN city c ON c.id = n.city_id
LEFT JOIN LATERAL (
  SELECT o.name
  FROM current_layer l
  JOIN community o ON o.layer_version_id = l.id AND o.id = n.community_id
  WHERE l.city = c.key AND l.type = 'communities'
  LIMIT 1
) here ON true
LEFT JOIN community_identity i ON i.id = n.community_id
WHERE c.key = ?
ORDER BY n.settled_at IS NOT NULL, n.at DESC, n.id DESC;
