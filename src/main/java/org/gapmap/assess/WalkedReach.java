package org.gapmap.assess;

import java.util.function.IntConsumer;

/**
 * On foot, each question searched for itself.
 *
 * @param metres the walk that the row asks for
 */
record WalkedReach(City city, WalkedDistances distances, double metres) implements InReach {
  @Override
  public InReach forAll(Demand demand) {
    return new WalkedPairs(this, demand);
  }

  @Override
  public void forEach(int community, IntConsumer facility) {
    distances.forEachReaching(community, metres, facility);
  }

  @Override
  public double ownShare(int j, int community, double partOfReach) {
    try (Distances.FromFacility from = distances.from(j, metres * partOfReach)) {
      return from.shareOfArea(community);
    }
  }

  @Override
  public void metresTo(int j, int community, Spots spots, double[] out) {
    try (WalkedFromFacility from = new WalkedFromFacility(distances, j, reachMetres(j))) {
      from.metresTo(distances.walks.homes(community, spots), out);
    }
  }

  @Override
  public double metresToEven(int j, int community) {
    WalkPlaces area = distances.walks.area(community);
    double[] each = new double[area.size()];
    try (WalkedFromFacility from = new WalkedFromFacility(distances, j, reachMetres(j))) {
      from.metresTo(area, each);
    }
    return WalkedFromFacility.mean(each);
  }

  @Override
  public double shareOfPeople(int community, Spots spots) {
    WalkPlaces homes = distances.walks.homes(community, spots);
    double[] near = new double[distances.fields.count()];
    double inReach = 0;
    double beyond = 0;
    for (int p = 0; p < homes.size(); p++) {
      distances.ofHome(community, homes, p, near);
      if (distances.reached(near, metres)) {
        inReach += spots.amount()[p];
      } else if (distances.judged(homes.doors(p), near)) {
        beyond += spots.amount()[p];
      }
    }
    if (inReach + beyond == 0) {
      return Double.NaN;
    }
    return beyond == 0 ? 1 : Math.min(1, inReach / (inReach + beyond));
  }
}
