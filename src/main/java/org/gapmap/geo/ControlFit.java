package org.gapmap.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A city's own grid, tied to the earth by points known in both. Least squares onto a Gauss-Krüger
 * plane whose meridian goes through the points: city grids are such projections themselves, so a
 * similarity (four parameters: shift, turn, scale) fits them to centimetres; a full affine map is
 * taken where six points or more show that it foretells a point left out twice as well.
 *
 * <p>Where the axes are swapped (northing first) the similarity is a mirrored one, and is
 * recognised as such.
 *
 * @param residualsMetres how far each point is missed, in the order given
 * @param warnings what the numbers leave in doubt
 */
public record ControlFit(
    CrsTransform transform,
    boolean affine,
    boolean swapped,
    List<Double> residualsMetres,
    double rmsMetres,
    List<LocalizedText> warnings) {
  private static final int FEWEST = 3;
  private static final int WANTED = 4;
  private static final int AFFINE_FROM = 6;
  private static final double LEAST_SPREAD_METRES = 10;

  /** Beyond this the points contradict each other, or are not what they are said to be. */
  private static final double WORST_RMS_METRES = 100;

  private static final double DOUBTFUL_RMS_METRES = 2;
  private static final double OUTLIER_TIMES = 5;

  public ControlFit {
    residualsMetres = List.copyOf(residualsMetres);
    warnings = List.copyOf(warnings);
  }

  /** A point known in the file's grid and in degrees of CGCS2000 or WGS-84. */
  public record ControlPoint(double x, double y, double lon, double lat) {}

  /**
   * @param sample bounds of the data in the grid, to see how far they reach beyond the points
   * @throws UserError where there are fewer than three points, they lie on one spot, or they
   *     contradict each other by more than 100 m
   */
  public static ControlFit of(List<ControlPoint> points, Envelope sample) {
    if (points.size() < FEWEST) {
      throw new UserError(
          points.size() + " control points do not fix a grid",
          "--crs fit:",
          "give four or more, spread around the data");
    }
    double[] from = new double[2 * points.size()];
    double[] to = new double[2 * points.size()];
    double meridian = points.stream().mapToDouble(ControlPoint::lon).average().orElse(0);
    TransverseMercator plane =
        new TransverseMercator(
            new TransverseMercator.Parameters(1 / Geocentric.FLATTENING, meridian, 0, 1, 0, 0),
            "the plane of the control points");
    for (int i = 0; i < points.size(); i++) {
      from[2 * i] = points.get(i).x();
      from[2 * i + 1] = points.get(i).y();
      to[2 * i] = points.get(i).lon();
      to[2 * i + 1] = points.get(i).lat();
    }
    plane.back(to, points.size());
    if (spread(from) < LEAST_SPREAD_METRES || spread(to) < LEAST_SPREAD_METRES) {
      throw new UserError(
          "the control points lie on one spot", "--crs fit:", "take points far from each other");
    }
    PlaneMap direct = PlaneMap.similarity(from, to, false, -1);
    PlaneMap mirrored = PlaneMap.similarity(from, to, true, -1);
    boolean swapped = mirrored.rms(from, to) < direct.rms(from, to);
    PlaneMap map = swapped ? mirrored : direct;
    boolean affine =
        points.size() >= AFFINE_FROM
            && !PlaneMap.collinear(from)
            && leftOutRms(from, to, swapped, true) < leftOutRms(from, to, swapped, false) / 2;
    if (affine) {
      map = PlaneMap.affine(from, to, -1);
    }
    double rms = map.rms(from, to);
    List<Double> residuals = map.residuals(from, to);
    int outlier = outlier(from, to, swapped);
    if (!(rms <= WORST_RMS_METRES)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the control points contradict each other: they are missed by %.0f m%s",
              rms,
              outlier < 0 ? "" : ", and point " + (outlier + 1) + " fits the others least"),
          "--crs fit:",
          "check the points, and that longitude and latitude are those of CGCS2000 or WGS-84");
    }
    PlaneMap chosen = map;
    CrsTransform transform =
        (xy, n) -> {
          chosen.apply(xy, n);
          plane.apply(xy, n);
        };
    return new ControlFit(
        transform,
        affine,
        swapped,
        residuals,
        rms,
        warnings(points, sample, rms, chosen.scale(), outlier));
  }

  private static double leftOutRms(double[] from, double[] to, boolean swapped, boolean affine) {
    double sum = 0;
    int n = from.length / 2;
    for (int i = 0; i < n; i++) {
      PlaneMap without =
          affine ? PlaneMap.affine(from, to, i) : PlaneMap.similarity(from, to, swapped, i);
      double miss = without.miss(from, to, i);
      sum += miss * miss;
    }
    return Math.sqrt(sum / n);
  }

  /** The point without which the others agree far better; -1 for none. */
  private static int outlier(double[] from, double[] to, boolean swapped) {
    int n = from.length / 2;
    if (n < WANTED) {
      return -1;
    }
    double all = PlaneMap.similarity(from, to, swapped, -1).rms(from, to);
    int worst = -1;
    double best = all / OUTLIER_TIMES;
    for (int i = 0; i < n; i++) {
      PlaneMap without = PlaneMap.similarity(from, to, swapped, i);
      double rest = without.rmsWithout(from, to, i);
      // With three points left, two of them agree with almost anything.
      if (rest < best && without.miss(from, to, i) > DOUBTFUL_RMS_METRES) {
        best = rest;
        worst = i;
      }
    }
    return worst;
  }

  private static double spread(double[] xy) {
    Envelope extent = new Envelope();
    for (int i = 0; i < xy.length; i += 2) {
      extent.expandToInclude(xy[i], xy[i + 1]);
    }
    return extent.getDiameter();
  }

  private static List<LocalizedText> warnings(
      List<ControlPoint> points, Envelope sample, double rms, double scale, int outlier) {
    List<LocalizedText> warnings = new ArrayList<>();
    if (points.size() < WANTED) {
      warnings.add(
          new LocalizedText(
              "只有 3 个控制点，无法看出其中是否有错；请给出 4 个或更多",
              "three control points can't show whether one of them is wrong; give four or more"));
    }
    if (outlier >= 0) {
      warnings.add(
          new LocalizedText(
              "第 " + (outlier + 1) + " 个控制点与其余各点不符",
              "control point " + (outlier + 1) + " does not agree with the others"));
    }
    if (rms > DOUBTFUL_RMS_METRES) {
      warnings.add(
          new LocalizedText(
              String.format(Locale.ROOT, "控制点残差较大（中误差 %.1f 米）", rms),
              String.format(Locale.ROOT, "the control points are missed by %.1f m (RMS)", rms)));
    }
    if (Math.abs(scale - 1) > 0.005) {
      warnings.add(
          new LocalizedText(
              String.format(Locale.ROOT, "求得的比例为 %.5f，不接近 1：单位可能不是米", scale),
              String.format(
                  Locale.ROOT,
                  "the scale found is %.5f, not near 1: the grid may not be in metres",
                  scale)));
    }
    double beyond = beyondHull(points, sample) * scale;
    double extent = hull(points).getEnvelopeInternal().getDiameter() * scale;
    if (beyond > extent / 4) {
      warnings.add(
          new LocalizedText(
              String.format(Locale.ROOT, "数据超出控制点范围 %.1f 公里，那里的精度没有保证", beyond / 1000),
              String.format(
                  Locale.ROOT,
                  "the data reach %.1f km beyond the control points, where nothing holds the fit",
                  beyond / 1000)));
    }
    return warnings;
  }

  private static Geometry hull(List<ControlPoint> points) {
    return new GeometryFactory()
        .createMultiPointFromCoords(
            points.stream().map(p -> new Coordinate(p.x(), p.y())).toArray(Coordinate[]::new))
        .convexHull();
  }

  private static double beyondHull(List<ControlPoint> points, Envelope sample) {
    if (sample.isNull()) {
      return 0;
    }
    Geometry hull = hull(points);
    GeometryFactory factory = new GeometryFactory();
    return Arrays.stream(factory.toGeometry(sample).getCoordinates())
        .mapToDouble(corner -> factory.createPoint(corner).distance(hull))
        .max()
        .orElse(0);
  }
}
