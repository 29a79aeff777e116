package org.gapmap.store;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A street (lines) or an administrative area (polygons) as read from a file.
 *
 * @param row the row in the file, from 1
 * @param category a street's class or an area's level; may be empty
 */
public record NewShape(
    int row, String name, String category, Geometry shape, Map<String, String> attributes) {
  public NewShape {
    attributes = Map.copyOf(attributes);
  }
}
