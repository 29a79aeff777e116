package org.gapmap.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of a standard: how near a kind of service must be, how large, and how much of it.
 *
 * @param kind the kind that the row judges
 * @param satisfiedBy ids of the kinds whose facilities count, groups already unfolded
 * @param thresholds the row's own bounds; empty for the standard's
 */
public record ServiceRule(
    String kind,
    List<String> satisfiedBy,
    Reach reach,
    Optional<Thresholds> thresholds,
    Requirement requirement,
    Citation citation) {
  public ServiceRule {
    satisfiedBy = List.copyOf(satisfiedBy);
    if (satisfiedBy.isEmpty()) {
      throw new IllegalArgumentException(kind + ": no kind satisfies the row");
    }
  }

  /** The service radius in metres; empty where the kind is not judged by distance. */
  public OptionalDouble radiusMetres() {
    return reach.radiusMetres();
  }

  /** The same row with a norm of somebody else's where it has none itself. */
  public ServiceRule orNorm(Optional<CapacityNorm> norm) {
    return requirement.capacity().isPresent()
        ? this
        : new ServiceRule(
            kind, satisfiedBy, reach, thresholds, requirement.withCapacity(norm), citation);
  }

  /** The same row with another reach, and where that comes from. */
  public ServiceRule withReach(Reach other, Citation from) {
    return new ServiceRule(kind, satisfiedBy, other, thresholds, requirement, from);
  }

  public DistanceMode mode() {
    return reach.mode();
  }
}
