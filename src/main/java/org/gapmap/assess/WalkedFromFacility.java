package org.gapmap.assess;

import org.gapmap.assess.walking.Joining.Joined;

/** Walks from one facility, as far as it reaches. */
final class WalkedFromFacility implements Distances.FromFacility {
  private final WalkedDistances distances;
  private final int facility;
  private final double reachMetres;
  private final Joined joined;
  private final CityWalks.Search from;

  WalkedFromFacility(WalkedDistances distances, int facility, double reachMetres) {
    this.distances = distances;
    this.facility = facility;
    this.reachMetres = reachMetres;
    this.joined = distances.walks.joined(distances.service().placed(facility));
    this.from = distances.walks.search(joined.doors(), reachMetres);
  }

  double reachMetres() {
    return reachMetres;
  }

  @Override
  public double metresTo(int community) {
    WalkPlaces area = distances.walks.area(community);
    double nearest = Double.POSITIVE_INFINITY;
    for (int p = 0; p < area.size(); p++) {
      nearest = Math.min(nearest, metresTo(area, p));
    }
    return nearest;
  }

  /** Writes the metres to each place of a community; infinite beyond the reach. */
  void metresTo(WalkPlaces places, double[] out) {
    for (int p = 0; p < places.size(); p++) {
      out[p] = metresTo(places, p);
    }
  }

  private double metresTo(WalkPlaces places, int p) {
    double metres = from.metres(places.doors(p));
    return Math.min(metres, places.insideMetres(distances.service(), facility, joined, p));
  }

  @Override
  public double shareOfArea(int community) {
    WalkPlaces area = distances.walks.area(community);
    int reached = 0;
    for (int p = 0; p < area.size(); p++) {
      reached += metresTo(area, p) <= reachMetres ? 1 : 0;
    }
    return reached == 0 ? 0 : (double) reached / Math.max(reached, distances.judged(community));
  }

  @Override
  public double shareOfPeople(int community, Spots spots) {
    WalkPlaces homes = distances.walks.homes(community, spots);
    double[] near = new double[distances.fields.count()];
    double inReach = 0;
    double all = 0;
    for (int p = 0; p < homes.size(); p++) {
      boolean reached = metresTo(homes, p) <= reachMetres;
      inReach += reached ? spots.amount()[p] : 0;
      if (!reached) {
        distances.ofHome(community, homes, p, near);
      }
      all += reached || distances.judged(homes.doors(p), near) ? spots.amount()[p] : 0;
    }
    return inReach == 0 ? 0 : Math.min(1, inReach / all);
  }

  /** The mean of those in reach; infinite where there are none. */
  static double mean(double[] metres) {
    double sum = 0;
    int count = 0;
    for (double each : metres) {
      if (each < Double.POSITIVE_INFINITY) {
        sum += each;
        count++;
      }
    }
    return count == 0 ? Double.POSITIVE_INFINITY : sum / count;
  }

  @Override
  public void close() {
    from.close();
  }
}
