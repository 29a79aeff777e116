package org.gapmap.assess;

import org.gapmap.domain.Facility;
import org.locationtech.jts.geom.Coordinate;

/**
 * A facility that was looked at for a community, whether or not it counts there.
 *
 * @param metres from the nearest point of the community; 0 inside
 * @param place where a line from the community ends: the facility's point, or the nearest one of
 *     its polygon; longitude and latitude in degrees
 * @param from the community's nearest point, where the line begins
 * @param reachMetres how far this facility reaches in a straight line
 * @param verdict whether it counts, or the first reason why it doesn't
 * @param share of the community's area that it would serve alone, in [0, 1]; NaN where it does not
 *     count
 * @param sizeUnknown whether the row asks for a size that nobody gave; it counts all the same
 */
public record Considered(
    Facility facility,
    double metres,
    Coordinate place,
    Coordinate from,
    double reachMetres,
    Verdict verdict,
    double share,
    boolean sizeUnknown) {

  public boolean counted() {
    return verdict == Verdict.COUNTED;
  }
}
