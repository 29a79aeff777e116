-- One row per name or address of a city's current communities and of its current layers of addresses.
WITH place AS (
  -- Each with a point inside it.
  SELECT false AS address, c.name, c.attributes, ST_PointOnSurface(c.boundary) AS at
  FROM current_layer l
  JOIN community c ON c.layer_version_id = l.id
  WHERE l.city = ? AND l.type = 'communities'
  UNION ALL
  SELECT true, s.name, s.attributes, ST_PointOnSurface(s.shape)
  FROM current_layer l
  JOIN shape s ON s.layer_version_id = l.id
  WHERE l.city = ? AND l.type = 'addresses'
)
SELECT p.address, p.name AS text, ST_X(p.at) AS lon, ST_Y(p.at) AS lat
FROM place p
WHERE p.name <> ''
UNION ALL
SELECT true, a.value, ST_X(p.at), ST_Y(p.at)
FROM place p
CROSS JOIN LATERAL jsonb_each_text(p.attributes) a
WHERE a.key ~* '地址|住址|详址|坐落|门牌|address' AND a.value <> '';
