package org.gapmap.store;

import java.util.Map;
import java.util.OptionalInt;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.locationtech.jts.geom.Geometry;

/**
 * A facility (or, without a kind, a candidate site) as read from a file.
 *
 * @param row the row in the file, from 1
 * @param subtype the file's own word for its kind, kept as it is; may be empty
 * @param place a point, or a polygon that is measured from an inner point; longitude, latitude
 * @param attributes the file's other fields as text
 */
public record NewFacility(
    int row,
    String subtype,
    String name,
    Geometry place,
    FacilityStatus status,
    FacilityAccess access,
    OptionalInt capacity,
    Map<String, String> attributes) {
  public NewFacility {
    attributes = Map.copyOf(attributes);
  }
}
