package org.gapmap.domain;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How near a kind of service must be.
 *
 * @param radiusMetres the service radius; empty where the standard gives none, and then the kind is
 *     not judged by distance. Where {@link #bySize} is given, the largest of its radii.
 * @param detourFactor of a walking distance: while no streets are known, a walk of r metres is
 *     taken for a straight line of r / detourFactor, and said to be an estimate; 1 for straight
 *     distances
 * @param bySize facilities of different sizes reach differently far, the largest size first; empty
 *     where they don't
 */
public record Reach(
    OptionalDouble radiusMetres, DistanceMode mode, double detourFactor, List<SizeClass> bySize) {
  public static final double LARGEST_RADIUS_METRES = 5000;

  /** How much longer a walk in a city is than the straight line: a rule of thumb, 1.2 to 1.4. */
  public static final double USUAL_DETOUR_FACTOR = 1.3;

  /**
   * A radius for facilities of some size.
   *
   * @param fromLandSqm least land area of the class, in m2; a facility of less than every class's
   *     does not count
   */
  public record SizeClass(double fromLandSqm, double radiusMetres) {}

  public Reach {
    bySize = List.copyOf(bySize);
    if (radiusMetres.isPresent()
        && !(radiusMetres.getAsDouble() > 0
            && radiusMetres.getAsDouble() <= LARGEST_RADIUS_METRES)) {
      throw new IllegalArgumentException(
          "radius " + radiusMetres.getAsDouble() + " m is not in (0, 5000]");
    }
    if (!(detourFactor >= 1 && detourFactor <= 3)) {
      throw new IllegalArgumentException("detour factor " + detourFactor + " is not in [1, 3]");
    }
  }

  /**
   * The straight line that a distance is judged by while no streets are known: the distance itself,
   * or an estimate where it is walked.
   */
  public double straightMetres(double distanceMetres) {
    return mode == DistanceMode.WALKING ? distanceMetres / detourFactor : distanceMetres;
  }

  /** The same distances measured in another way. */
  public Reach measured(DistanceMode measure, double detour) {
    return new Reach(radiusMetres, measure, detour, bySize);
  }

  /** A straight line of so many metres. */
  public static Reach straight(double metres) {
    return new Reach(OptionalDouble.of(metres), DistanceMode.STRAIGHT, 1, List.of());
  }

  /** Not judged by distance. */
  public static Reach none() {
    return new Reach(OptionalDouble.empty(), DistanceMode.STRAIGHT, 1, List.of());
  }
}
