package org.gapmap.geo;

import java.util.ArrayList;
import java.util.List;

/**
 * An affine map of the plane fitted by least squares: u = a x + b y + c, v = d x + e y + f, about
 * the middle of the points so that eastings of tens of millions lose no digits.
 */
final class PlaneMap {
  private static final int NONE = -1;

  private final double x0;
  private final double y0;
  private final double[] u;
  private final double[] v;

  private PlaneMap(double x0, double y0, double[] u, double[] v) {
    this.x0 = x0;
    this.y0 = y0;
    this.u = u;
    this.v = v;
  }

  /**
   * Turn, scale and shift (Helmert's four parameters), after a mirroring where asked for.
   *
   * @param leftOut index of a point to leave out, or -1
   */
  static PlaneMap similarity(double[] from, double[] to, boolean mirrored, int leftOut) {
    double[] a = middle(from, leftOut);
    double[] b = middle(to, leftOut);
    double re = 0;
    double im = 0;
    double norm = 0;
    for (int i = 0; i < from.length; i += 2) {
      if (i / 2 != leftOut) {
        double x = from[i] - a[0];
        double y = mirrored ? a[1] - from[i + 1] : from[i + 1] - a[1];
        re += x * (to[i] - b[0]) + y * (to[i + 1] - b[1]);
        im += x * (to[i + 1] - b[1]) - y * (to[i] - b[0]);
        norm += x * x + y * y;
      }
    }
    re /= norm;
    im /= norm;
    double sign = mirrored ? -1 : 1;
    return new PlaneMap(
        a[0], a[1], new double[] {re, -im * sign, b[0]}, new double[] {im, re * sign, b[1]});
  }

  static PlaneMap affine(double[] from, double[] to, int leftOut) {
    double[] a = middle(from, leftOut);
    double[] b = middle(to, leftOut);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    double[] xt = new double[2];
    double[] yt = new double[2];
    for (int i = 0; i < from.length; i += 2) {
      if (i / 2 != leftOut) {
        double x = from[i] - a[0];
        double y = from[i + 1] - a[1];
        xx += x * x;
        xy += x * y;
        yy += y * y;
        for (int k = 0; k < 2; k++) {
          xt[k] += x * (to[i + k] - b[k]);
          yt[k] += y * (to[i + k] - b[k]);
        }
      }
    }
    double det = xx * yy - xy * xy;
    double[][] rows = new double[2][];
    for (int k = 0; k < 2; k++) {
      rows[k] =
          new double[] {(yy * xt[k] - xy * yt[k]) / det, (xx * yt[k] - xy * xt[k]) / det, b[k]};
    }
    return new PlaneMap(a[0], a[1], rows[0], rows[1]);
  }

  /** Whether points lie so nearly on a line that only a similarity can be told from them. */
  static boolean collinear(double[] from) {
    double[] a = middle(from, NONE);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < from.length; i += 2) {
      double x = from[i] - a[0];
      double y = from[i + 1] - a[1];
      xx += x * x;
      xy += x * y;
      yy += y * y;
    }
    double trace = xx + yy;
    return xx * yy - xy * xy < 1e-3 * trace * trace;
  }

  private static double[] middle(double[] xy, int leftOut) {
    double x = 0;
    double y = 0;
    int n = 0;
    for (int i = 0; i < xy.length; i += 2) {
      if (i / 2 != leftOut) {
        x += xy[i];
        y += xy[i + 1];
        n++;
      }
    }
    return new double[] {x / n, y / n};
  }

  /** In place. */
  void apply(double[] xy, int points) {
    for (int i = 0; i < 2 * points; i += 2) {
      double x = xy[i] - x0;
      double y = xy[i + 1] - y0;
      xy[i] = u[0] * x + u[1] * y + u[2];
      xy[i + 1] = v[0] * x + v[1] * y + v[2];
    }
  }

  /** Lengths of the target for one of the source. */
  double scale() {
    return Math.sqrt(Math.abs(u[0] * v[1] - u[1] * v[0]));
  }

  double miss(double[] from, double[] to, int point) {
    double[] xy = {from[2 * point], from[2 * point + 1]};
    apply(xy, 1);
    return Math.hypot(xy[0] - to[2 * point], xy[1] - to[2 * point + 1]);
  }

  List<Double> residuals(double[] from, double[] to) {
    List<Double> residuals = new ArrayList<>();
    for (int i = 0; i < from.length / 2; i++) {
      residuals.add(miss(from, to, i));
    }
    return residuals;
  }

  double rms(double[] from, double[] to) {
    return rmsWithout(from, to, NONE);
  }

  double rmsWithout(double[] from, double[] to, int leftOut) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < from.length / 2; i++) {
      if (i != leftOut) {
        double miss = miss(from, to, i);
        sum += miss * miss;
        n++;
      }
    }
    return Math.sqrt(sum / n);
  }
}
