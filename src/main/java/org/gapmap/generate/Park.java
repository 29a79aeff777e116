package org.gapmap.generate;

import org.locationtech.jts.geom.Polygon;

/** A park, drawn as an area. */
record Park(Polygon shape, String name, String status) {
  int landSqm() {
    return (int) Math.round(shape.getArea());
  }
}
