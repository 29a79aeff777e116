package org.gapmap.assess;

import org.gapmap.domain.Facility;
import org.locationtech.jts.geom.Coordinate;

/**
 * A facility that was looked at for a community, whether or not it counts there.
 *
 * @param metres from the nearest point of the community; 0 inside
 * @param place where the facility is measured from, longitude and latitude in degrees
 * @param from the community's nearest point, where a line to the facility begins
 * @param reachMetres how far this facility reaches
 * @param reason why it counts or not
 * @param share of the community's area that it would serve alone, in [0, 1]; NaN where it does not
 *     count
 */
public record Considered(
    Facility facility,
    double metres,
    Coordinate place,
    Coordinate from,
    double reachMetres,
    Reason reason,
    double share) {

  /** Why a facility counts for a community, or what keeps it from counting. */
  public enum Reason {
    COUNTED,
    OUT_OF_REACH,
    CLOSED,
    PLANNED,
    UNDER_CONSTRUCTION,
    /** For members only. */
    MEMBERS,
    /** For the residents of another community only. */
    OTHER_RESIDENTS,
    /** Known to have less than the least floor area. */
    BELOW_LEAST_FLOOR,
    /** Known to have less than the least land area. */
    BELOW_LEAST_LAND
  }

  public boolean counted() {
    return reason == Reason.COUNTED;
  }
}
