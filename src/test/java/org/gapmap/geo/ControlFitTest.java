package org.gapmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.gapmap.domain.UserError;
import org.gapmap.geo.ControlFit.ControlPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/** Grids whose truth is known: cut from EPSG zones by a turn, a shift and a swap. */
final class ControlFitTest {
  /** A grid over Shanghai: degrees to it by EPSG:4549, turned about its origin. */
  private record Grid(double turnDegrees, double scale, boolean swapped, double shear) {
    double[] of(double lon, double lat) {
      double[] xy = {lon, lat};
      ((TwoWayTransform) CoordinateSystems.ofEpsg(4549, "x").transform()).back(xy, 1);
      double x = xy[0] - 640_000;
      double y = xy[1] - 3_450_000;
      double turn = Math.toRadians(turnDegrees);
      double u = scale * (x * Math.cos(turn) - y * Math.sin(turn)) + shear * y - 3_500;
      double v = scale * (x * Math.sin(turn) + y * Math.cos(turn)) + 1_200;
      return swapped ? new double[] {v, u} : new double[] {u, v};
    }

    ControlPoint point(double lon, double lat) {
      double[] xy = of(lon, lat);
      return new ControlPoint(xy[0], xy[1], lon, lat);
    }

    List<ControlPoint> points(int count, long seed) {
      Random random = new Random(seed);
      List<ControlPoint> points = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        points.add(point(121.3 + 0.4 * random.nextDouble(), 31.0 + 0.4 * random.nextDouble()));
      }
      return points;
    }
  }

  private static final Envelope NO_DATA = new Envelope();

  /** Metres between where a fit puts a place and where it is. */
  private static double miss(ControlFit fit, Grid grid, double lon, double lat) {
    double[] xy = grid.of(lon, lat);
    fit.transform().apply(xy, 1);
    return Math.hypot((xy[0] - lon) * 95_400, (xy[1] - lat) * 110_900);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, false", "37.5, 1.0002, false", "-12, 0.9999, true", "180, 1, true"})
  void findsAGridByFourPoints(double turn, double scale, boolean swapped) {
    Grid grid = new Grid(turn, scale, swapped, 0);
    ControlFit fit = ControlFit.of(grid.points(4, 3), NO_DATA);
    assertThat(fit.swapped()).isEqualTo(swapped);
    assertThat(fit.affine()).isFalse();
    assertThat(fit.residualsMetres()).hasSize(4);
    // Two Gauss-Krüger planes with meridians 140 km apart differ by that much over 40 km.
    assertThat(fit.rmsMetres()).isLessThan(0.6);
    assertThat(miss(fit, grid, 121.5, 31.2)).isLessThan(1.0);
    assertThat(fit.warnings()).isEmpty();
  }

  @Test
  void findsAGridOnItsOwnMeridianToMillimetres() {
    TransverseMercator city =
        new TransverseMercator(
            new TransverseMercator.Parameters(298.257222101, 121.4666667, 31.2, 1, 0, 0), "city");
    List<ControlPoint> points = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 8; i++) {
      double[] p = {121.3 + 0.3 * random.nextDouble(), 31.0 + 0.4 * random.nextDouble()};
      double[] xy = p.clone();
      city.back(xy, 1);
      points.add(new ControlPoint(xy[0], xy[1], p[0], p[1]));
    }
    ControlFit fit = ControlFit.of(points, NO_DATA);
    assertThat(fit.rmsMetres()).isLessThan(0.05);
  }

  @Test
  void namesThePointThatIsWrong() {
    Grid grid = new Grid(10, 1, false, 0);
    List<ControlPoint> points = grid.points(6, 8);
    ControlPoint third = points.get(2);
    points.set(2, new ControlPoint(third.x() + 40, third.y(), third.lon(), third.lat()));
    ControlFit fit = ControlFit.of(points, NO_DATA);
    assertThat(fit.warnings()).anyMatch(w -> w.en().contains("control point 3 does not agree"));
    points.set(2, new ControlPoint(third.x() + 4_000, third.y(), third.lon(), third.lat()));
    assertThatThrownBy(() -> ControlFit.of(points, NO_DATA))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("point 3");
  }

  @Test
  void takesAnAffineMapWhereItForetellsBetter() {
    Grid sheared = new Grid(0, 1, false, 0.004);
    ControlFit fit = ControlFit.of(sheared.points(9, 1), NO_DATA);
    assertThat(fit.affine()).isTrue();
    assertThat(miss(fit, sheared, 121.5, 31.2)).isLessThan(1.0);
    assertThat(ControlFit.of(sheared.points(5, 1), NO_DATA).affine()).isFalse();
    List<ControlPoint> noisy = new ArrayList<>();
    Random random = new Random(2);
    for (ControlPoint p : new Grid(5, 1, false, 0).points(8, 4)) {
      noisy.add(
          new ControlPoint(
              p.x() + random.nextGaussian() * 3,
              p.y() + random.nextGaussian() * 3,
              p.lon(),
              p.lat()));
    }
    assertThat(ControlFit.of(noisy, NO_DATA).affine()).isFalse();
  }

  @Test
  void warnsOfThreePointsAndOfDataBeyondThem() {
    Grid grid = new Grid(0, 1, false, 0);
    List<ControlPoint> points =
        List.of(grid.point(121.4, 31.2), grid.point(121.5, 31.2), grid.point(121.45, 31.28));
    double[] far = grid.of(121.8, 31.2);
    ControlFit fit = ControlFit.of(points, new Envelope(0, far[0], 0, far[1]));
    assertThat(fit.warnings())
        .anyMatch(w -> w.en().contains("four or more"))
        .anyMatch(w -> w.en().contains("beyond the control points"));
  }

  @Test
  void isTakenByTheChoiceWithItsResiduals() {
    Grid grid = new Grid(20, 1, true, 0);
    StringBuilder word = new StringBuilder("fit:");
    for (ControlPoint p : grid.points(5, 6)) {
      word.append(
          String.format(Locale.ROOT, "%.3f,%.3f,%.9f,%.9f;", p.x(), p.y(), p.lon(), p.lat()));
    }
    CrsChoice choice =
        CrsChoice.decide(Optional.of(word.toString()), Optional.empty(), NO_DATA, true, "grid.csv");
    assertThat(choice.fit().orElseThrow().residualsMetres()).hasSize(5);
    assertThat(choice.sentence().en()).contains("axes swapped").contains("RMS");
    double[] xy = grid.of(121.5, 31.2);
    choice.transform().apply(xy, 1);
    assertThat(xy).containsExactly(new double[] {121.5, 31.2}, within(1e-5));
  }
}
