package org.gapmap.store;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A street (lines), an administrative area or a piece of land (polygons) as read from a file.
 *
 * @param row the row in the file, from 1
 * @param category a street's class, an area's level, or land's use as {@link Codes} spells its
 *     class; may be empty
 */
public record NewShape(
    int row, String name, String category, Geometry shape, Map<String, String> attributes) {
  public NewShape {
    attributes = Map.copyOf(attributes);
  }
}
