package org.gapmap.geo;

import java.util.Locale;

/**
 * Gauss-Krüger and UTM on the ellipsoids of CGCS2000 and WGS-84 in closed form.
 *
 * <p>Krüger's series of 1912 in the third flattening, as Karney gives them ("Transverse Mercator
 * with an accuracy of a few nanometers", J. Geodesy 85, 2011, equations 12, 35, 36), and the series
 * from conformal to geographic latitude of Engsager and Poder (2007), each to the fourth order: a
 * hundredth of a millimetre. Near the meridian, where a zone's data are, all small angles are
 * summed as power series, from the next of a table of sines and cosines.
 */
final class TransverseMercator implements TwoWayTransform {
  /** Up to here, 630 km from the meridian, the power series are good to 1e-15. */
  private static final double NEAR = 0.1;

  /** A quarter of the globe from the meridian the projection is infinite; nobody maps that far. */
  private static final double FARTHEST = 1.0;

  /** Steps of a radian between two sines of the table; from minus to plus a quarter of a circle. */
  private static final int STEPS = 128;

  private static final int HALF = (int) Math.ceil(STEPS * Math.PI / 2);
  private static final double[] SINES = new double[2 * HALF + 1];
  private static final double[] COSINES = new double[2 * HALF + 1];

  static {
    for (int i = 0; i < SINES.length; i++) {
      SINES[i] = Math.sin((double) (i - HALF) / STEPS);
      COSINES[i] = Math.cos((double) (i - HALF) / STEPS);
    }
  }

  /**
   * Parameters as of the projection.
   *
   * @param inverseFlattening of an ellipsoid with the semi-major axis of {@link Geocentric}
   */
  record Parameters(
      double inverseFlattening,
      double centralMeridian,
      double latitudeOfOrigin,
      double scale,
      double falseEasting,
      double falseNorthing) {}

  private final Parameters parameters;
  private final String name;
  private final double eccentricity;

  /** The rectifying radius times the scale, metres. */
  private final double radius;

  private final double originNorthing;
  private final double[] alpha;
  private final double[] beta;
  private final double[] toGeographic;

  TransverseMercator(Parameters parameters, String name) {
    this.parameters = parameters;
    this.name = name;
    double f = 1 / parameters.inverseFlattening;
    this.eccentricity = Math.sqrt(f * (2 - f));
    double n = f / (2 - f);
    double n2 = n * n;
    this.radius =
        parameters.scale
            * (Geocentric.SEMI_MAJOR_METRES / (1 + n))
            * (1 + n2 / 4 + n2 * n2 / 64 + n2 * n2 * n2 / 256);
    this.alpha =
        new double[] {
          n * (1 / 2.0 + n * (-2 / 3.0 + n * (5 / 16.0 + n * (41 / 180.0 - n * 127 / 288)))),
          n2 * (13 / 48.0 + n * (-3 / 5.0 + n * (557 / 1440.0 + n * 281 / 630))),
          n2 * n * (61 / 240.0 + n * (-103 / 140.0 + n * 15061 / 26880)),
          n2 * n2 * (49561 / 161280.0 - n * 179 / 168)
        };
    this.beta =
        new double[] {
          n * (1 / 2.0 + n * (-2 / 3.0 + n * (37 / 96.0 + n * (-1 / 360.0 - n * 81 / 512)))),
          n2 * (1 / 48.0 + n * (1 / 15.0 + n * (-437 / 1440.0 + n * 46 / 105))),
          n2 * n * (17 / 480.0 + n * (-37 / 840.0 - n * 209 / 4480)),
          n2 * n2 * (4397 / 161280.0 - n * 11 / 504)
        };
    this.toGeographic =
        new double[] {
          n * (2 + n * (-2 / 3.0 + n * (-2 + n * (116 / 45.0 + n * 26 / 45)))),
          n2 * (7 / 3.0 + n * (-8 / 5.0 + n * (-227 / 45.0 + n * 2704 / 315))),
          n2 * n * (56 / 15.0 + n * (-136 / 35.0 - n * 1262 / 105)),
          n2 * n2 * (4279 / 630.0 - n * 332 / 35)
        };
    double[] origin = {parameters.centralMeridian, parameters.latitudeOfOrigin};
    this.originNorthing = parameters.latitudeOfOrigin == 0 ? 0 : radius * project(origin, 0)[1];
  }

  @Override
  public void apply(double[] xy, int points) {
    for (int i = 0; i < 2 * points; i += 2) {
      double eta = (xy[i] - parameters.falseEasting) / radius;
      double xi = (xy[i + 1] - parameters.falseNorthing + originNorthing) / radius;
      // Negated, so that NaN fails too.
      if (!(Math.abs(eta) <= FARTHEST && Math.abs(xi) <= Math.PI / 2)) {
        throw new CoordinateOutOfRange(
            String.format(Locale.ROOT, "(%.3f, %.3f) has no place in %s", xy[i], xy[i + 1], name));
      }
      if (Math.abs(eta) < NEAR) {
        near(xi, eta, xy, i);
      } else {
        far(xi, eta, xy, i);
      }
      double lon = xy[i] + parameters.centralMeridian;
      xy[i] = lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
    }
  }

  /** Writes degrees from the central meridian, and latitude. */
  private void near(double xi, double eta, double[] out, int at) {
    int step = (int) Math.rint(xi * STEPS) + HALF;
    double on = xi - (double) (step - HALF) / STEPS;
    double on2 = on * on;
    double sinOn = on * (1 - on2 * (1 / 6.0 - on2 * (1 / 120.0)));
    double cosOnLess1 = on2 * (on2 * (1 / 24.0 - on2 * (1 / 720.0)) - 0.5);
    double sinXi = SINES[step] + (SINES[step] * cosOnLess1 + COSINES[step] * sinOn);
    double cosXi = COSINES[step] + (COSINES[step] * cosOnLess1 - SINES[step] * sinOn);
    double sin2 = 2 * sinXi * cosXi;
    double cos2 = (cosXi - sinXi) * (cosXi + sinXi);
    double twice = 2 * eta;
    double sinh2 = sinhSmall(twice);
    double cosh2 = Math.sqrt(1 + sinh2 * sinh2);
    // Sums over j of beta_j sin(2 j xi) cosh(2 j eta) and beta_j cos(2 j xi) sinh(2 j eta), by
    // Clenshaw's recurrence for the complex argument 2 xi + 2 i eta.
    double twoCosRe = 2 * cos2 * cosh2;
    double twoCosIm = -2 * sin2 * sinh2;
    double y1Re = 0;
    double y1Im = 0;
    double y2Re = 0;
    double y2Im = 0;
    for (int j = beta.length - 1; j >= 0; j--) {
      double re = twoCosRe * y1Re - twoCosIm * y1Im - y2Re + beta[j];
      double im = twoCosRe * y1Im + twoCosIm * y1Re - y2Im;
      y2Re = y1Re;
      y2Im = y1Im;
      y1Re = re;
      y1Im = im;
    }
    double sinRe = sin2 * cosh2;
    double sinIm = cos2 * sinh2;
    double turn = y1Re * sinRe - y1Im * sinIm;
    double eta1 = eta - (y1Re * sinIm + y1Im * sinRe);
    // Turned back by the small angle, instead of two sines more.
    double turn2 = turn * turn;
    double sinTurn = turn - turn * turn2 * (1 / 6.0);
    double cosTurn = 1 - turn2 * 0.5 * (1 - turn2 * (1 / 12.0));
    double sin = sinXi * cosTurn - cosXi * sinTurn;
    double cos = cosXi * cosTurn + sinXi * sinTurn;
    double sinh = sinhSmall(eta1);
    double flat = Math.sqrt(sinh * sinh + cos * cos);
    double cosh = Math.sqrt(1 + sinh * sinh);
    double sinChi = sin / cosh;
    double cosChi = flat / cosh;
    // The conformal latitude is xi' less a small angle.
    double less = asinSmall(sin * cosChi - cos * sinChi);
    double slope = sinh / cos;
    double lambda = Math.abs(slope) < NEAR ? atanSmall(slope) : Math.atan2(sinh, cos);
    double phi = xi - turn - less + geographic(2 * sinChi * cosChi, 1 - 2 * sinChi * sinChi);
    out[at] = Math.toDegrees(lambda);
    out[at + 1] = Math.toDegrees(phi);
  }

  private void far(double xi, double eta, double[] out, int at) {
    double xi1 = xi;
    double eta1 = eta;
    for (int j = 1; j <= beta.length; j++) {
      xi1 -= beta[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      eta1 -= beta[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    double chi = Math.asin(Math.sin(xi1) / Math.cosh(eta1));
    out[at] = Math.toDegrees(Math.atan2(Math.sinh(eta1), Math.cos(xi1)));
    out[at + 1] = Math.toDegrees(chi + geographic(Math.sin(2 * chi), Math.cos(2 * chi)));
  }

  /** What the geographic latitude is more than the conformal one, by Clenshaw's recurrence. */
  private double geographic(double sin2, double cos2) {
    double y1 = 0;
    double y2 = 0;
    for (int j = toGeographic.length - 1; j >= 0; j--) {
      double y = 2 * cos2 * y1 - y2 + toGeographic[j];
      y2 = y1;
      y1 = y;
    }
    return y1 * sin2;
  }

  private static double sinhSmall(double x) {
    double x2 = x * x;
    return x
        * (1
            + x2
                * (1 / 6.0
                    + x2
                        * (1 / 120.0
                            + x2 * (1 / 5040.0 + x2 * (1 / 362880.0 + x2 * (1 / 39916800.0))))));
  }

  private static double asinSmall(double x) {
    double x2 = x * x;
    return x * (1 + x2 * (1 / 6.0 + x2 * (3 / 40.0 + x2 * (15 / 336.0 + x2 * (105 / 3456.0)))));
  }

  private static double atanSmall(double x) {
    double q = x * x;
    return x
        * (1
            - q
                * (1 / 3.0
                    - q
                        * (1 / 5.0
                            - q
                                * (1 / 7.0
                                    - q
                                        * (1 / 9.0
                                            - q * (1 / 11.0 - q * (1 / 13.0 - q * (1 / 15.0))))))));
  }

  @Override
  public void back(double[] lonLat, int points) {
    for (int i = 0; i < 2 * points; i += 2) {
      double[] plane = project(lonLat, i);
      lonLat[i] = parameters.falseEasting + radius * plane[0];
      lonLat[i + 1] = parameters.falseNorthing - originNorthing + radius * plane[1];
    }
  }

  /** Easting and northing as angles of the rectifying sphere. */
  private double[] project(double[] lonLat, int at) {
    double fromMeridian = Math.IEEEremainder(lonLat[at] - parameters.centralMeridian, 360);
    double lambda = Math.toRadians(fromMeridian);
    double sinPhi = Math.sin(Math.toRadians(lonLat[at + 1]));
    if (!(Math.abs(fromMeridian) < 60 && Math.abs(sinPhi) < 1)) {
      throw new CoordinateOutOfRange(
          String.format(
              Locale.ROOT,
              "near (%.5f, %.5f) degrees %s has no place",
              lonLat[at],
              lonLat[at + 1],
              name));
    }
    double isometric = atanh(sinPhi) - eccentricity * atanh(eccentricity * sinPhi);
    double tauPrime = Math.sinh(isometric);
    double cosLambda = Math.cos(lambda);
    double xi = Math.atan2(tauPrime, cosLambda);
    double sinhEta = Math.sin(lambda) / Math.hypot(tauPrime, cosLambda);
    double eta = Math.copySign(Math.log1p(grown(Math.abs(sinhEta))), sinhEta);
    double x = eta;
    double y = xi;
    for (int j = 1; j <= alpha.length; j++) {
      x += alpha[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
      y += alpha[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
    }
    return new double[] {x, y};
  }

  /** exp(asinh(s)) - 1 without loss for small s. */
  private static double grown(double s) {
    return s + s * s / (1 + Math.hypot(1, s));
  }

  private static double atanh(double x) {
    return Math.log1p(2 * x / (1 - x)) / 2;
  }
}
