package org.gapmap.assess;

import java.util.Arrays;
import org.gapmap.assess.coverage.PlanePolygon;
import org.gapmap.assess.coverage.UnionCoverage;
import org.gapmap.domain.Community;
import org.gapmap.geo.Geocentric;
import org.jspecify.annotations.Nullable;

/** Works out communities' shares one after the other. Keeps scratch space: one per thread. */
final class ShareOfArea {
  private final City city;
  private final ServiceIndex service;
  private final double straightMetres;
  private final UnionCoverage union = new UnionCoverage();
  private final double[] place = new double[2];
  private double[] x = new double[16];
  private double[] y = new double[16];
  private double[] radii = new double[16];
  private int circles;

  ShareOfArea(City city, ServiceIndex service, double straightMetres) {
    this.city = city;
    this.service = service;
    this.straightMetres = straightMetres;
  }

  /**
   * The share of a community's area within the radius of a facility that serves it, in [0, 1]; of
   * the listed facilities alone, whether or not the list is complete.
   */
  double of(int index) {
    return withOneMore(index, null);
  }

  /**
   * The same with one more facility.
   *
   * @param added {@link Geocentric} coordinates; null for none
   */
  double withOneMore(int index, double @Nullable [] added) {
    PlanePolygon polygon = city.polygon(index);
    circles = 0;
    Community community = city.community(index);
    service.near(
        community.boundary().getEnvelopeInternal(),
        straightMetres * service.largestReachFactor(),
        j -> {
          if (service.serves(j, index)) {
            service.project(city, index, j, place, 0);
            addCircle(service.reachMetres(j, straightMetres));
          }
        });
    if (added != null) {
      city.plane(index).projectGeocentric(added[0], added[1], added[2], place, 0);
      addCircle(straightMetres);
    }
    if (circles == 0) {
      return 0;
    }
    return union.coveredArea(polygon, x, y, radii, circles) / polygon.areaSqm();
  }

  private void addCircle(double radiusMetres) {
    if (circles == x.length) {
      x = Arrays.copyOf(x, 2 * circles);
      y = Arrays.copyOf(y, 2 * circles);
      radii = Arrays.copyOf(radii, 2 * circles);
    }
    x[circles] = place[0];
    y[circles] = place[1];
    radii[circles++] = radiusMetres;
  }
}
