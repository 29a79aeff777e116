package org.gapmap.assess;

import java.util.Arrays;
import java.util.Objects;
import org.gapmap.assess.coverage.PlanePolygon;
import org.gapmap.assess.coverage.ServingArea;
import org.gapmap.assess.coverage.UnionCoverage;
import org.gapmap.geo.LocalPlane;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A community's share where facilities with an area reach it: the straight part of what they reach
 * is cut out of the community, and of the rest the circles around their corners and around the
 * other facilities cover some. Scratch of one {@link ShareOfArea}.
 */
final class ShareWithAreas {
  /** What overlays leave over or lose of a community by rounding. */
  private static final double ROUNDING = 1e-9;

  private final ServiceIndex service;
  private final Communities communities;
  private final double straightMetres;
  private final UnionCoverage union;
  private final double[] place = new double[2];
  private double[] x = new double[64];
  private double[] y = new double[64];
  private double[] radii = new double[64];
  private int circles;

  ShareWithAreas(ServiceIndex service, double straightMetres, UnionCoverage union) {
    this.service = service;
    this.communities = service.communities;
    this.straightMetres = straightMetres;
    this.union = union;
  }

  /**
   * @param numbers of facilities: points first
   * @param points how many points there are
   * @param all how many there are with those that have an area
   */
  double share(int index, int[] numbers, int points, int all) {
    LocalPlane plane = communities.plane(index);
    double whole = communities.polygon(index).areaSqm();
    Geometry rest = communities.flat(index);
    circles = 0;
    for (int k = 0; k < points; k++) {
      service.project(index, numbers[k], place, 0);
      addCircle(service.reachMetres(numbers[k], straightMetres));
    }
    for (int k = points; k < all; k++) {
      ServingArea area = Objects.requireNonNull(service.area(numbers[k]));
      double reach = service.reachMetres(numbers[k], straightMetres);
      Geometry straight = area.cutBufferIn(plane, reach);
      if (straight.getEnvelopeInternal().intersects(rest.getEnvelopeInternal())) {
        rest = OverlayNGRobust.overlay(rest, straight, OverlayNG.DIFFERENCE);
      }
      addCorners(area.corners(), plane, reach);
    }
    double left = rest.getArea();
    if (left > ROUNDING * whole) {
      left -= union.coveredArea(PlanePolygon.ofMetres(rest), x, y, radii, circles);
    }
    double share = 1 - left / whole;
    return share > 1 - ROUNDING ? 1 : share < ROUNDING ? 0 : share;
  }

  private void addCorners(double[] xyz, LocalPlane plane, double reach) {
    for (int c = 0; c < xyz.length; c += 3) {
      plane.projectGeocentric(xyz[c], xyz[c + 1], xyz[c + 2], place, 0);
      addCircle(reach);
    }
  }

  private void addCircle(double radius) {
    if (circles == x.length) {
      x = Arrays.copyOf(x, 2 * circles);
      y = Arrays.copyOf(y, 2 * circles);
      radii = Arrays.copyOf(radii, 2 * circles);
    }
    x[circles] = place[0];
    y[circles] = place[1];
    radii[circles++] = radius;
  }
}
