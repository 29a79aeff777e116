package org.gapmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/** Karney's geodesics (GeographicLib, WGS-84) are the oracle. */
class LocalPlaneTest {
  private static final double LON = 121.5;

  @ParameterizedTest(name = "latitude {0}")
  @ValueSource(doubles = {18, 22.5, 31.2, 39.9, 45.8, 54})
  void distancesFromTheCentreAreGeodesicOnes(double lat) {
    LocalPlane plane = LocalPlane.at(LON, lat);
    for (double metres : new double[] {1, 300, 500, 1000, 5000, 50_000}) {
      for (int azimuth = 0; azimuth < 360; azimuth += 15) {
        double[] xy = projected(plane, away(lat, LON, azimuth, metres));
        assertThat(Math.hypot(xy[0], xy[1]))
            .as("%s m at azimuth %s", metres, azimuth)
            .isCloseTo(metres, within(metres * 1e-7 + 1e-8));
      }
    }
  }

  @ParameterizedTest(name = "latitude {0}")
  @ValueSource(doubles = {18, 22.5, 31.2, 39.9, 45.8, 54})
  void distancesBetweenTwoPointsOffTheCentreAreGeodesicOnes(double lat) {
    LocalPlane plane = LocalPlane.at(LON, lat);
    SplittableRandom random = new SplittableRandom(7);
    double worst = 0;
    for (int i = 0; i < 2000; i++) {
      GeodesicData a = away(lat, LON, random.nextDouble(360), random.nextDouble(5000));
      GeodesicData b = away(lat, LON, random.nextDouble(360), random.nextDouble(5000));
      double[] pa = projected(plane, a);
      double[] pb = projected(plane, b);
      double truth = Geodesic.WGS84.Inverse(a.lat2, a.lon2, b.lat2, b.lon2).s12;
      double error = Math.abs(Math.hypot(pa[0] - pb[0], pa[1] - pb[1]) - truth);
      worst = Math.max(worst, (error - 1e-8) / truth);
    }
    assertThat(worst).isLessThan(1.2e-7);
  }

  @Test
  void theNearestOfACityIsRightFromTheEdgeOfALargeCommunity() {
    LocalPlane plane = LocalPlane.at(LON, 31.2);
    GeodesicData corner = away(31.2, LON, 75, 1000);
    GeodesicData facility = away(31.2, LON, 170, 50_000);
    double[] a = projected(plane, corner);
    double[] b = projected(plane, facility);
    double truth =
        Geodesic.WGS84.Inverse(corner.lat2, corner.lon2, facility.lat2, facility.lon2).s12;
    assertThat(Math.hypot(a[0] - b[0], a[1] - b[1])).isCloseTo(truth, within(0.05));
  }

  @Test
  void directionsAreEastAndNorth() {
    LocalPlane plane = LocalPlane.at(LON, 31.2);
    double[] east = projected(plane, away(31.2, LON, 90, 1000));
    double[] north = projected(plane, away(31.2, LON, 0, 1000));
    assertThat(east[0]).isCloseTo(1000, within(1e-4));
    assertThat(east[1]).isCloseTo(0, within(1e-3));
    assertThat(north[0]).isCloseTo(0, within(1e-6));
    assertThat(north[1]).isCloseTo(1000, within(1e-4));
  }

  @Test
  void areasAreThoseOfTheEllipsoid() {
    LocalPlane plane = LocalPlane.at(LON, 31.2);
    net.sf.geographiclib.PolygonArea oracle =
        new net.sf.geographiclib.PolygonArea(Geodesic.WGS84, false);
    double doubled = 0;
    double[][] corners = new double[36][];
    for (int i = 0; i < 36; i++) {
      GeodesicData at = away(31.2, LON, 360 - 10 * i, 2000 + 1500 * Math.sin(i));
      oracle.AddPoint(at.lat2, at.lon2);
      corners[i] = projected(plane, at);
    }
    for (int i = 0; i < 36; i++) {
      double[] a = corners[i];
      double[] b = corners[(i + 1) % 36];
      doubled += a[0] * b[1] - a[1] * b[0];
    }
    double truth = oracle.Compute(false, true).area;
    assertThat(doubled / 2).isCloseTo(truth, within(truth * 1e-7));
  }

  @Test
  void planePositionsComeBackToTheirDegrees() {
    LocalPlane plane = LocalPlane.at(114.3, 30.6);
    for (double[] metres : new double[][] {{0, 0}, {1, -2}, {3000, 4000}, {-60_000, 20_000}}) {
      Coordinate point = plane.toLonLat(metres[0], metres[1]);
      double[] back = new double[2];
      plane.project(point.x, point.y, back, 0);
      assertThat(back[0]).isCloseTo(metres[0], within(1e-4));
      assertThat(back[1]).isCloseTo(metres[1], within(1e-4));
    }
    assertThatThrownBy(() -> plane.toLonLat(2e6, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100 km");
  }

  @Test
  void geocentricCoordinatesComputedOnceGiveTheSamePositions() {
    LocalPlane plane = LocalPlane.at(116.4, 39.9);
    double[] xyz = Geocentric.ofAll(new double[] {116.41, 39.91, 116.35, 39.88});
    double[] fromXyz = new double[4];
    plane.projectGeocentric(xyz[0], xyz[1], xyz[2], fromXyz, 0);
    plane.projectGeocentric(xyz[3], xyz[4], xyz[5], fromXyz, 2);
    double[] fromDegrees =
        plane.project(
            new CoordinateArraySequence(
                new Coordinate[] {new Coordinate(116.41, 39.91), new Coordinate(116.35, 39.88)}));
    assertThat(fromXyz).containsExactly(fromDegrees, within(1e-8));
  }

  @Test
  void aStrayPointOnTheFarSideOfTheEarthStaysFar() {
    LocalPlane plane = LocalPlane.at(120, 30);
    double quarter = Math.PI / 2 * 6_371_000;
    for (double[] stray : new double[][] {{-60, -30}, {-60.0001, -30.0001}, {0, 0}, {-58, -31}}) {
      double[] xy = new double[2];
      plane.project(stray[0], stray[1], xy, 0);
      double truth = Geodesic.WGS84.Inverse(30, 120, stray[1], stray[0]).s12;
      assertThat(truth).isGreaterThan(quarter);
      assertThat(Math.hypot(xy[0], xy[1])).isCloseTo(truth, within(truth * 0.02));
    }
  }

  @Test
  void thePlaneOfAnExtentTouchesInItsMiddle() {
    LocalPlane plane = LocalPlane.atCentreOf(new Envelope(121, 121.02, 31, 31.01));
    assertThat(plane.lon()).isCloseTo(121.01, within(1e-12));
    assertThat(plane.lat()).isCloseTo(31.005, within(1e-12));
  }

  @Test
  void latitudeAndLongitudeSwappedAreRefusedWhereTheyCannotBe() {
    assertThatThrownBy(() -> LocalPlane.at(31.2, 121.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("121.5");
  }

  private static GeodesicData away(double lat, double lon, double azimuth, double metres) {
    return Geodesic.WGS84.Direct(lat, lon, azimuth, metres);
  }

  private static double[] projected(LocalPlane plane, GeodesicData at) {
    double[] xy = new double[2];
    plane.project(at.lon2, at.lat2, xy, 0);
    return xy;
  }
}
