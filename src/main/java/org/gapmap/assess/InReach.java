package org.gapmap.assess;

import java.util.function.IntConsumer;

/**
 * Which facilities reach which people.
 *
 * @param straightMetres the straight line that the row's distance comes to
 */
record InReach(City city, ServiceIndex service, double straightMetres) {

  /** Offers every facility that serves a community and whose reach touches it. */
  void forEach(int community, IntConsumer facility) {
    service.forEachReaching(community, straightMetres, facility);
  }

  /** Share of a community's area within a part of facility {@code j}'s reach. */
  double ownShare(int j, int community, double partOfReach) {
    return service.ownShare(j, community, straightMetres * partOfReach);
  }

  double reachMetres(int j) {
    return service.reachMetres(j, straightMetres);
  }

  /** Metres from facility {@code j} to spot {@code k}. */
  double metresTo(int j, Spots spots, int k) {
    double[] at = spots.places();
    return service.metresTo(j, at[3 * k], at[3 * k + 1], at[3 * k + 2]);
  }

  /** Metres from facility {@code j} to the middle of a community's extent. */
  double metresToMiddle(int j, int community) {
    return service.metresTo(j, city.plane(community).lon(), city.plane(community).lat());
  }
}
