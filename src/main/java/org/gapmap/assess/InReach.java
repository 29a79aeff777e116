package org.gapmap.assess;

import java.util.function.IntConsumer;

/** Which facilities of a row reach which people, at one limit. Safe for threads. */
interface InReach {
  City city();

  Distances distances();

  /** What the row's distance comes to in the way it is measured. */
  double metres();

  /** The same, laid out for questions about every community of the city and where people live. */
  InReach forAll(Demand demand);

  /** Offers every facility that serves a community and whose reach touches it. */
  void forEach(int community, IntConsumer facility);

  /** Share of a community's area within a part of facility {@code j}'s reach. */
  double ownShare(int j, int community, double partOfReach);

  /** Writes the metres from facility {@code j} to each spot of a community. */
  void metresTo(int j, int community, Spots spots, double[] metres);

  /** Metres from facility {@code j} to people who are spread evenly over a community. */
  double metresToEven(int j, int community);

  /**
   * Share of people at some spots of a community who are in reach of a facility that serves it, in
   * [0, 1]; NaN where it can't be told.
   */
  double shareOfPeople(int community, Spots spots);

  default ServiceIndex service() {
    return distances().service();
  }

  default double reachMetres(int j) {
    return service().reachMetres(j, metres());
  }
}
