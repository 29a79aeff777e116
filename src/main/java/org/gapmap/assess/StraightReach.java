package org.gapmap.assess;

import java.util.function.IntConsumer;

/**
 * By straight lines.
 *
 * @param metres the straight line that the row's distance comes to
 */
record StraightReach(City city, Distances distances, double metres) implements InReach {
  @Override
  public InReach forAll(Demand demand) {
    return this;
  }

  @Override
  public void forEach(int community, IntConsumer facility) {
    service().forEachReaching(community, metres, facility);
  }

  @Override
  public double ownShare(int j, int community, double partOfReach) {
    return service().ownShare(j, community, metres * partOfReach);
  }

  @Override
  public void metresTo(int j, int community, Spots spots, double[] out) {
    for (int k = 0; k < spots.size(); k++) {
      out[k] = spots.metresFrom(service(), j, k);
    }
  }

  /** To the middle of its extent. */
  @Override
  public double metresToEven(int j, int community) {
    return service().metresTo(j, city.plane(community).lon(), city.plane(community).lat());
  }

  @Override
  public double shareOfPeople(int community, Spots spots) {
    boolean[] reached = new boolean[spots.size()];
    forEach(
        community,
        j -> {
          double reach = reachMetres(j);
          for (int k = 0; k < reached.length; k++) {
            reached[k] |= spots.metresFrom(service(), j, k) <= reach;
          }
        });
    return spots.share(reached);
  }
}
