package org.gapmap.store;

import java.util.Optional;
import java.util.OptionalLong;
import org.gapmap.domain.FacilityRef;

/**
 * What somebody who was on site says is wrong.
 *
 * @param community the lasting identity of the community it is about
 * @param kind a service kind's id; empty where it is about none in particular
 * @param lon of the place it is about, in degrees
 * @param by who says so; may be empty
 */
public record NewNote(
    OptionalLong community,
    Optional<FacilityRef> facility,
    String kind,
    String text,
    double lon,
    double lat,
    String by) {
  public NewNote {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a note says something");
    }
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException(
          "(" + lon + ", " + lat + ") is no longitude and latitude in degrees");
    }
  }
}
