package org.gapmap.generate;

import org.locationtech.jts.geom.Polygon;

/** A 街道 and the district it belongs to. */
record Subdistrict(String name, String district, Polygon shape) {}
