package org.gapmap.assess;

import java.util.Arrays;
import org.gapmap.assess.coverage.UnionCoverage;
import org.jspecify.annotations.Nullable;

/**
 * Works out communities' shares one after the other. Keeps scratch space: one per thread, which
 * allocates nothing once that has grown.
 *
 * <p>Most pairs are decided by the ball that holds the community: a facility may be too far to
 * touch it, or near enough to serve all of it. The rest is left to {@link UnionCoverage}.
 */
final class ShareOfArea implements Distances.ShareWork {
  /**
   * A straight line through the earth is shorter than the way along the ground: by less than this
   * share for the distances that are compared, up to some 100 km.
   */
  private static final double CHORD_MARGIN = 1e-4;

  private final ServiceIndex service;
  private final Communities communities;
  private final double straightMetres;
  private final UnionCoverage union = new UnionCoverage();
  private final double[] place = new double[2];
  private @Nullable ShareWithAreas areaWork;
  private int areasFound;
  private int[] candidates = new int[64];
  private double[] x = new double[16];
  private double[] y = new double[16];
  private double[] radii = new double[16];

  ShareOfArea(ServiceIndex service, double straightMetres) {
    this.service = service;
    this.communities = service.communities;
    this.straightMetres = straightMetres;
  }

  /**
   * The share of a community's area within the reach of a facility that serves it, in [0, 1]; of
   * the listed facilities alone, whether or not the list is complete.
   */
  @Override
  public double of(int index) {
    int found = findCandidates(index);
    if (found >= 0 && service.hasAreas()) {
      int points = found;
      found = findAreas(index, points);
      if (found > points) {
        return areaWork().share(index, candidates, points, found);
      }
    }
    return found < 0 ? 1 : shareOf(index, candidates, found);
  }

  /** The same by one facility alone, whomever it serves. */
  double ofOne(int index, int j) {
    candidates[0] = j;
    return service.area(j) == null
        ? shareOf(index, candidates, 1)
        : areaWork().share(index, candidates, 0, 1);
  }

  private ShareWithAreas areaWork() {
    ShareWithAreas known = areaWork;
    if (known == null) {
      known = new ShareWithAreas(service, straightMetres, union);
      areaWork = known;
    }
    return known;
  }

  /** How many there are with the areas that may serve a part; -1 if one certainly serves all. */
  private int findAreas(int index, int points) {
    double[] balls = communities.balls;
    int ball = Communities.BALL * index;
    double rho = balls[ball + Communities.RHO];
    areasFound = points;
    service.nearAreas(
        index,
        straightMetres * service.largestReachFactor,
        j -> {
          if (areasFound < 0 || !service.serves(j, index)) {
            return;
          }
          double metres = service.metresTo(j, balls[ball], balls[ball + 1], balls[ball + 2]);
          double reach = service.reachMetres(j, straightMetres);
          if (metres * (1 + CHORD_MARGIN) <= reach - rho) {
            areasFound = -1;
          } else if (metres * (1 - CHORD_MARGIN) < reach + rho) {
            add(areasFound++, j);
          }
        });
    return areasFound;
  }

  private void add(int at, int j) {
    if (at == candidates.length) {
      candidates = Arrays.copyOf(candidates, 2 * at);
    }
    candidates[at] = j;
  }

  /** How many facilities may serve a part; -1 if one certainly serves all. */
  private int findCandidates(int index) {
    double[] balls = communities.balls;
    int ball = Communities.BALL * index;
    double centreX = balls[ball];
    double centreY = balls[ball + 1];
    double centreZ = balls[ball + 2];
    double rho = balls[ball + Communities.RHO];
    double lon = balls[ball + Communities.LON];
    double lat = balls[ball + Communities.LAT];
    double farthest = straightMetres * service.largestReachFactor;
    double latMargin = Communities.latDegrees(farthest + rho);
    double lonMargin =
        latMargin
            * (farthest <= Communities.WINDOW_METRES
                ? balls[ball + Communities.LON_PER_LAT]
                : Communities.lonPerLat(lat, farthest + rho));
    PlaceCells cells = service.cells;
    double[] points = service.points;
    int[] onlyFor = service.onlyFor;
    int west = cells.column(lon - lonMargin);
    int east = cells.column(lon + lonMargin);
    int north = cells.row(lat + latMargin);
    int found = 0;
    for (int row = cells.row(lat - latMargin); row <= north; row++) {
      int end = cells.to(row, east);
      for (int j = cells.from(row, west); j < end; j++) {
        int at = ServiceIndex.POINT * j;
        double dx = points[at] - centreX;
        double dy = points[at + 1] - centreY;
        double dz = points[at + 2] - centreZ;
        double squared = dx * dx + dy * dy + dz * dz;
        double reach = straightMetres * points[at + ServiceIndex.FACTOR];
        double touches = reach + rho;
        if (squared * (1 - CHORD_MARGIN) >= touches * touches
            || (onlyFor[j] != PlacedFacility.ANYONE && onlyFor[j] != index)) {
          continue;
        }
        double holds = reach - rho;
        if (holds > 0 && squared * (1 + CHORD_MARGIN) <= holds * holds) {
          return -1;
        }
        add(found++, j);
      }
    }
    return found;
  }

  private double shareOf(int index, int[] numbers, int n) {
    if (n == 0) {
      return 0;
    }
    if (n > x.length) {
      x = new double[2 * n];
      y = new double[2 * n];
      radii = new double[2 * n];
    }
    for (int k = 0; k < n; k++) {
      service.project(index, numbers[k], place, 0);
      x[k] = place[0];
      y[k] = place[1];
      radii[k] = service.reachMetres(numbers[k], straightMetres);
    }
    return union.coveredShare(communities.polygon(index), x, y, radii, n);
  }
}
