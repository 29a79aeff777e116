package org.gapmap.domain;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One row of a standard: how near a kind of service must be.
 *
 * @param kind the kind that the row judges
 * @param satisfiedBy ids of the kinds whose facilities count, groups already unfolded
 * @param radiusMetres the service radius; empty where the standard gives none, and then the kind is
 *     not judged by distance
 */
public record ServiceRule(
    String kind,
    List<String> satisfiedBy,
    OptionalDouble radiusMetres,
    DistanceMode mode,
    Citation citation) {
  public ServiceRule {
    satisfiedBy = List.copyOf(satisfiedBy);
    if (satisfiedBy.isEmpty()) {
      throw new IllegalArgumentException(kind + ": no kind satisfies the row");
    }
    if (radiusMetres.isPresent()
        && !(radiusMetres.getAsDouble() > 0 && radiusMetres.getAsDouble() <= 5000)) {
      throw new IllegalArgumentException(
          kind + ": radius " + radiusMetres.getAsDouble() + " m is not in (0, 5000]");
    }
  }
}
