package org.gapmap.geo;

import static org.gapmap.geo.Geocentric.ECCENTRICITY_SQUARED;
import static org.gapmap.geo.Geocentric.SEMI_MAJOR_METRES;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;

/**
 * A plane in metres that touches the ellipsoid at one point: x to the east, y to the north.
 *
 * <p>A point is taken to earth-centred coordinates, turned to east-north-up at the centre, and
 * drawn out from the centre until its plane distance equals its distance along the ground. So plane
 * distances are geodesic ones to 1.1e-7 between any two points within 5 km of the centre, and
 * distances from the centre itself stay right (1e-7) however far the other point is within a city.
 *
 * <p>Immutable; nothing is allocated by {@code project} except where an array is returned.
 */
public final class LocalPlane {
  /** Up to here the series for the ratio of arc to sine is good to 1e-8. */
  private static final double NEAR_METRES = 100_000;

  private final double lon;
  private final double lat;
  private final double originX;
  private final double originY;
  private final double originZ;
  private final double sinLon;
  private final double cosLon;
  private final double sinLat;
  private final double cosLat;

  /** Gaussian mean radius at the centre: good for all directions at once. */
  private final double radiusMetres;

  private final double stretch;

  private LocalPlane(double lon, double lat) {
    this.lon = lon;
    this.lat = lat;
    double[] origin = new double[3];
    Geocentric.of(lon, lat, origin, 0);
    originX = origin[0];
    originY = origin[1];
    originZ = origin[2];
    sinLon = Math.sin(Math.toRadians(lon));
    cosLon = Math.cos(Math.toRadians(lon));
    sinLat = Math.sin(Math.toRadians(lat));
    cosLat = Math.cos(Math.toRadians(lat));
    radiusMetres =
        SEMI_MAJOR_METRES
            * Math.sqrt(1 - ECCENTRICITY_SQUARED)
            / (1 - ECCENTRICITY_SQUARED * sinLat * sinLat);
    stretch = 1 / (6 * radiusMetres * radiusMetres);
  }

  /** The plane that touches at a point in degrees. */
  public static LocalPlane at(double lon, double lat) {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException(
          "(" + lon + ", " + lat + ") is no longitude and latitude within 180 and 90 degrees");
    }
    return new LocalPlane(lon, lat);
  }

  /** The plane at the middle of an extent in degrees. */
  public static LocalPlane atCentreOf(Envelope extent) {
    return at((extent.getMinX() + extent.getMaxX()) / 2, (extent.getMinY() + extent.getMaxY()) / 2);
  }

  public double lon() {
    return lon;
  }

  public double lat() {
    return lat;
  }

  /** Writes x, y in metres of a point in degrees to {@code out[at]} and {@code out[at + 1]}. */
  public void project(double pointLon, double pointLat, double[] out, int at) {
    double lambda = Math.toRadians(pointLon);
    double phi = Math.toRadians(pointLat);
    double sinPhi = Math.sin(phi);
    double normal = SEMI_MAJOR_METRES / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinPhi * sinPhi);
    double fromAxis = normal * Math.cos(phi);
    projectGeocentric(
        fromAxis * Math.cos(lambda),
        fromAxis * Math.sin(lambda),
        normal * (1 - ECCENTRICITY_SQUARED) * sinPhi,
        out,
        at);
  }

  /** The same for a point whose {@link Geocentric} coordinates are known: no trigonometry. */
  public void projectGeocentric(double x, double y, double z, double[] out, int at) {
    double dx = x - originX;
    double dy = y - originY;
    double dz = z - originZ;
    double outward = cosLon * dx + sinLon * dy;
    double east = cosLon * dy - sinLon * dx;
    double north = cosLat * dz - sinLat * outward;
    double chordSquared = dx * dx + dy * dy + dz * dz;
    double scale =
        chordSquared < NEAR_METRES * NEAR_METRES
            ? 1 + chordSquared * stretch
            : farScale(Math.sqrt(chordSquared), Math.hypot(east, north));
    out[at] = east * scale;
    out[at + 1] = north * scale;
  }

  /** Keeps a stray point on the far side of the earth far, where east and north shrink again. */
  private double farScale(double chord, double flat) {
    double ground = 2 * radiusMetres * Math.asin(Math.min(1, chord / (2 * radiusMetres)));
    return ground / Math.max(flat, 1e-3);
  }

  /** Flat x, y pairs in metres of a sequence of lon, lat points. */
  public double[] project(CoordinateSequence points) {
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      project(points.getX(i), points.getY(i), xy, 2 * i);
    }
    return xy;
  }

  /**
   * The point in degrees that {@link #project} takes to x, y.
   *
   * @throws IllegalArgumentException farther than 100 km from the centre
   */
  public Coordinate toLonLat(double x, double y) {
    double ground = Math.hypot(x, y);
    if (!(ground <= NEAR_METRES)) {
      throw new IllegalArgumentException(
          "(" + x + ", " + y + ") lies more than 100 km from the centre of the plane");
    }
    double angle = ground / radiusMetres;
    double shrink = angle < 1e-9 ? 1 : Math.sin(angle) / angle;
    double east = x * shrink;
    double north = y * shrink;
    double px = originX - sinLon * east - sinLat * cosLon * north;
    double py = originY + cosLon * east - sinLat * sinLon * north;
    double pz = originZ + cosLat * north;
    double up = upToEllipsoid(px, py, pz);
    px += cosLat * cosLon * up;
    py += cosLat * sinLon * up;
    pz += sinLat * up;
    double latitude = Math.atan2(pz, (1 - ECCENTRICITY_SQUARED) * Math.hypot(px, py));
    return new Coordinate(Math.toDegrees(Math.atan2(py, px)), Math.toDegrees(latitude));
  }

  /** How far along the centre's vertical the ellipsoid lies from a point of the tangent plane. */
  private double upToEllipsoid(double px, double py, double pz) {
    double polar = 1 / (1 - ECCENTRICITY_SQUARED);
    double a = cosLat * cosLat + polar * sinLat * sinLat;
    double b = cosLat * (px * cosLon + py * sinLon) + polar * pz * sinLat;
    double c = px * px + py * py + polar * pz * pz - SEMI_MAJOR_METRES * SEMI_MAJOR_METRES;
    return -c / (b + Math.sqrt(b * b - a * c));
  }
}
