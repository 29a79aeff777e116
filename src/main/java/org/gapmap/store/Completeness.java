package org.gapmap.store;

import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * Where a facility layer is complete; outside it a missing facility is missing data, not a gap.
 *
 * @param text the user's words for the area, empty for the whole city
 * @param area longitude and latitude; empty for the whole city
 * @param asserted whether the user said so, or it was assumed
 */
public record Completeness(String text, Optional<MultiPolygon> area, boolean asserted) {
  public static final Completeness ASSUMED_WHOLE_CITY =
      new Completeness("", Optional.empty(), false);
}
