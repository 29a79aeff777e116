package org.gapmap.assess;

/**
 * Finds the nearest serving facility of one community after the other. Keeps scratch space: one per
 * thread, and nothing is allocated.
 */
public final class NearestSearch {
  private static final double FIRST_LOOK_METRES = 400;
  private static final double WHOLE_EARTH_METRES = 20_040_000;

  /** A chord is shorter than the way along the ground, by less than this share. */
  private static final double CHORD_MARGIN = 1e-4;

  private final ServiceIndex service;
  private final Communities communities;
  private final double[] xy = new double[2];
  private int best;
  private double bestMetres;

  public NearestSearch(ServiceIndex service) {
    this.service = service;
    this.communities = service.communities;
  }

  /**
   * The number of the facility nearest to a community among those that serve it; -1 where there is
   * none. Of equally near ones the lowest number.
   */
  public int find(int community) {
    best = -1;
    bestMetres = Double.POSITIVE_INFINITY;
    for (double metres = FIRST_LOOK_METRES; metres < WHOLE_EARTH_METRES; metres *= 2) {
      lookWithin(community, metres);
      if (bestMetres <= metres) {
        break;
      }
    }
    return best;
  }

  /** Metres from the last one found to the community's nearest point; infinite where none was. */
  public double metres() {
    return bestMetres;
  }

  private void lookWithin(int community, double metres) {
    int ball = Communities.BALL * community;
    double[] balls = communities.balls;
    double rho = balls[ball + Communities.RHO];
    double lon = balls[ball + Communities.LON];
    double lat = balls[ball + Communities.LAT];
    double latMargin = Communities.latDegrees(metres + rho);
    double lonMargin = latMargin * Communities.lonPerLat(lat, metres + rho);
    PlaceCells cells = service.cells;
    int west = cells.column(lon - lonMargin);
    int east = cells.column(lon + lonMargin);
    int north = cells.row(lat + latMargin);
    for (int row = cells.row(lat - latMargin); row <= north; row++) {
      int end = cells.to(row, east);
      for (int j = cells.from(row, west); j < end; j++) {
        consider(community, ball, j, rho);
      }
    }
    if (service.hasAreas()) {
      service.nearAreas(community, metres, j -> considerArea(community, ball, j, rho));
    }
  }

  private void considerArea(int community, int ball, int j, double rho) {
    double[] balls = communities.balls;
    if (service.serves(j, community)
        && service.metresTo(j, balls[ball], balls[ball + 1], balls[ball + 2]) * (1 - CHORD_MARGIN)
            <= bestMetres + rho) {
      take(j, service.metresToCommunity(j, community));
    }
  }

  private void consider(int community, int ball, int j, double rho) {
    if (!service.serves(j, community)) {
      return;
    }
    double[] points = service.points;
    int at = ServiceIndex.POINT * j;
    double dx = points[at] - communities.balls[ball];
    double dy = points[at + 1] - communities.balls[ball + 1];
    double dz = points[at + 2] - communities.balls[ball + 2];
    double nearer = bestMetres + rho;
    if ((dx * dx + dy * dy + dz * dz) * (1 - CHORD_MARGIN) > nearer * nearer) {
      return;
    }
    service.project(community, j, xy, 0);
    take(j, communities.polygon(community).distanceTo(xy[0], xy[1]));
  }

  private void take(int j, double metres) {
    if (metres < bestMetres || (metres == bestMetres && j < best)) {
      best = j;
      bestMetres = metres;
    }
  }
}
