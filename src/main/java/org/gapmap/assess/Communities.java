package org.gapmap.assess;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.gapmap.assess.coverage.PlanePolygon;
import org.gapmap.assess.coverage.ServingArea;
import org.gapmap.domain.Community;
import org.gapmap.geo.Geocentric;
import org.gapmap.geo.LocalPlane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * A city's communities laid out for computing: each in its own plane, with the ball that holds it.
 * Shared by a city and everything derived from it. Immutable.
 */
final class Communities {
  /** A facility just outside its compound's drawn line still belongs to it. */
  private static final double HOME_WITHIN_METRES = 30;

  private static final double METRES_PER_DEGREE = 110_500;

  /** Numbers of a community in {@link #balls}. */
  static final int BALL = 8;

  static final int RHO = 3;
  static final int LON = 4;
  static final int LAT = 5;
  static final int LON_PER_LAT = 6;

  /** Reach that {@link #LON_PER_LAT} was worked out for. */
  static final double WINDOW_METRES = 6_000;

  private final List<Community> list;
  private final LocalPlane[] planes;
  private final PlanePolygon[] polygons;
  private final Map<Long, Integer> indexById = new HashMap<>();
  private final Envelope extent = new Envelope();

  /**
   * For each community the {@link Geocentric} coordinates of its plane's centre, the metres from
   * there to its farthest point, the centre's longitude and latitude, and how many degrees of
   * longitude are as long as one of latitude or longer, up to {@link #WINDOW_METRES} away.
   */
  final double[] balls;

  /** The indexes in an order in which neighbours follow each other. */
  final int[] spatialOrder;

  private @Nullable HPRtree tree;

  Communities(List<Community> communities) {
    list = communities;
    int n = communities.size();
    planes = new LocalPlane[n];
    polygons = new PlanePolygon[n];
    balls = new double[BALL * n];
    IntStream.range(0, n).parallel().forEach(this::place);
    for (int i = 0; i < n; i++) {
      indexById.put(communities.get(i).id(), i);
      extent.expandToInclude(communities.get(i).boundary().getEnvelopeInternal());
    }
    spatialOrder = SpatialOrder.of(balls, BALL, LON, LAT);
  }

  private void place(int i) {
    Envelope box = list.get(i).boundary().getEnvelopeInternal();
    LocalPlane plane = LocalPlane.atCentreOf(box);
    planes[i] = plane;
    polygons[i] = PlanePolygon.of(list.get(i).boundary(), plane);
    int at = BALL * i;
    Geocentric.of(plane.lon(), plane.lat(), balls, at);
    balls[at + RHO] = polygons[i].farthestFrom(0, 0);
    balls[at + LON] = plane.lon();
    balls[at + LAT] = plane.lat();
    balls[at + LON_PER_LAT] = lonPerLat(plane.lat(), balls[at + RHO] + WINDOW_METRES);
  }

  int size() {
    return planes.length;
  }

  Community get(int index) {
    return list.get(index);
  }

  LocalPlane plane(int index) {
    return planes[index];
  }

  PlanePolygon polygon(int index) {
    return polygons[index];
  }

  /** A community's boundary in metres of its plane. */
  Geometry flat(int index) {
    return ServingArea.laidInto(planes[index], list.get(index).boundary());
  }

  Envelope extent() {
    return new Envelope(extent);
  }

  OptionalInt findIndex(long communityId) {
    Integer index = indexById.get(communityId);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** Offers, once each, every community that may lie within some metres of an extent in degrees. */
  void near(Envelope place, double metres, IntConsumer community) {
    tree().query(widened(place, metres), item -> community.accept((Integer) item));
  }

  /** An extent in degrees with at least so many metres around it. */
  static Envelope widened(Envelope place, double metres) {
    Envelope wide = new Envelope(place);
    double latMargin = latDegrees(metres);
    double highest = Math.max(Math.abs(place.getMinY()), Math.abs(place.getMaxY()));
    wide.expandBy(latMargin * lonPerLat(highest, metres), latMargin);
    return wide;
  }

  /** The community that a place stands in or hardly outside of; negative where there is none. */
  int findHome(double lon, double lat) {
    int[] nearest = {-1};
    double[] nearestMetres = {HOME_WITHIN_METRES};
    double[] xy = new double[2];
    near(
        new Envelope(lon, lon, lat, lat),
        2 * HOME_WITHIN_METRES,
        i -> {
          planes[i].project(lon, lat, xy, 0);
          double metres = polygons[i].distanceTo(xy[0], xy[1]);
          if (metres < nearestMetres[0] || (metres == nearestMetres[0] && i < nearest[0])) {
            nearest[0] = i;
            nearestMetres[0] = metres;
          }
        });
    return nearest[0];
  }

  /** Degrees of latitude that hold at least so many metres. */
  static double latDegrees(double metres) {
    return metres / METRES_PER_DEGREE;
  }

  /** Degrees of longitude to go at least as far as with one of latitude, within some metres. */
  static double lonPerLat(double lat, double metres) {
    double highest = Math.min(89, Math.abs(lat) + metres / METRES_PER_DEGREE);
    return 1 / Math.max(0.01, Math.cos(Math.toRadians(highest)));
  }

  private synchronized HPRtree tree() {
    if (tree == null) {
      HPRtree built = new HPRtree();
      for (int i = 0; i < size(); i++) {
        built.insert(list.get(i).boundary().getEnvelopeInternal(), i);
      }
      built.build();
      tree = built;
    }
    return tree;
  }
}
