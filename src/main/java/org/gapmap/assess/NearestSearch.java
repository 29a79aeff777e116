package org.gapmap.assess;

import java.util.function.IntConsumer;

/**
 * Finds the nearest serving facility of one community after the other. Keeps scratch space: one per
 * thread, and nothing is allocated but where facilities have an area.
 *
 * <p>The facility nearest to the community's middle is measured first; it leaves few others to be
 * measured, those that are hardly farther from there.
 */
public final class NearestSearch implements Distances.NearestFinder {
  private static final double FIRST_LOOK_METRES = 400;
  private static final double WHOLE_EARTH_METRES = 20_040_000;

  /** A chord is shorter than the way along the ground, by less than this share. */
  private static final double CHORD_MARGIN = 1e-4;

  private final ServiceIndex service;
  private final Communities communities;
  private final IntConsumer first = this::lookAtMiddle;
  private final IntConsumer second = this::consider;
  private final double[] xy = new double[2];
  private int community;
  private int ball;
  private double rho;
  private int middlemost;
  private double middlemostSquared;
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
  @Override
  public int find(int index) {
    community = index;
    ball = Communities.BALL * index;
    rho = communities.balls[ball + Communities.RHO];
    middlemost = -1;
    middlemostSquared = Double.POSITIVE_INFINITY;
    best = -1;
    bestMetres = Double.POSITIVE_INFINITY;
    for (double metres = FIRST_LOOK_METRES; metres < WHOLE_EARTH_METRES; metres *= 2) {
      int measured = middlemost;
      service.near(index, metres, first);
      if (middlemost != measured) {
        measure(middlemost);
      }
      if (bestMetres <= metres) {
        service.near(index, bestMetres, second);
        break;
      }
    }
    return best;
  }

  /** Metres from the last one found to the community's nearest point; infinite where none was. */
  @Override
  public double metres() {
    return bestMetres;
  }

  private void lookAtMiddle(int j) {
    if (!service.serves(j, community)) {
      return;
    }
    if (service.area(j) != null) {
      considerArea(j);
      return;
    }
    double squared = squaredToMiddle(j);
    if (squared < middlemostSquared) {
      middlemostSquared = squared;
      middlemost = j;
    }
  }

  private void considerArea(int j) {
    double[] balls = communities.balls;
    if (service.metresTo(j, balls[ball], balls[ball + 1], balls[ball + 2]) * (1 - CHORD_MARGIN)
        <= bestMetres + rho) {
      take(j, service.metresToCommunity(j, community));
    }
  }

  private void consider(int j) {
    double nearer = bestMetres + rho;
    if (j != middlemost
        && squaredToMiddle(j) * (1 - CHORD_MARGIN) <= nearer * nearer
        && service.area(j) == null
        && service.serves(j, community)) {
      measure(j);
    }
  }

  private double squaredToMiddle(int j) {
    double[] points = service.points;
    double[] balls = communities.balls;
    int at = ServiceIndex.POINT * j;
    double dx = points[at] - balls[ball];
    double dy = points[at + 1] - balls[ball + 1];
    double dz = points[at + 2] - balls[ball + 2];
    return dx * dx + dy * dy + dz * dz;
  }

  private void measure(int j) {
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
