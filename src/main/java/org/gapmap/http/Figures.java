package org.gapmap.http;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Numbers as the API writes them: rounded to what they are worth, unknown as null. */
final class Figures {
  private Figures() {}

  static @Nullable Double share(double value) {
    return rounded(value, 10_000);
  }

  static @Nullable Double people(double value) {
    return rounded(value, 10);
  }

  static @Nullable Double metres(double value) {
    return rounded(value, 10);
  }

  /** Of a capacity norm's unit: places, diners, m2. */
  static @Nullable Double amount(double value) {
    return rounded(value, 100);
  }

  /** Degrees to 1e-7, about a centimetre. */
  static double degrees(double value) {
    return Math.round(value * 1e7) / 1e7;
  }

  /** West, south, east, north; null where there is nothing. */
  static double @Nullable [] box(Envelope extent) {
    return extent.isNull()
        ? null
        : new double[] {
          degrees(extent.getMinX()),
          degrees(extent.getMinY()),
          degrees(extent.getMaxX()),
          degrees(extent.getMaxY())
        };
  }

  private static @Nullable Double rounded(double value, double per) {
    return Double.isNaN(value) ? null : Math.round(value * per) / per;
  }
}
