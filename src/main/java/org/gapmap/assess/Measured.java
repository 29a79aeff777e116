package org.gapmap.assess;

import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.ServiceRule;

/** How the distances of an answer were measured. */
public enum Measured {
  /** Straight lines, as the row asks. */
  STRAIGHT,
  /** Along streets. */
  WALKED,
  /** Straight lines in place of walks, since no streets are known. */
  ESTIMATED;

  static Measured of(ServiceRule rule, Distances distances) {
    if (distances.walked()) {
      return WALKED;
    }
    return rule.mode() == DistanceMode.WALKING ? ESTIMATED : STRAIGHT;
  }
}
