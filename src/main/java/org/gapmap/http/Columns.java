package org.gapmap.http;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.gapmap.assess.KindCoverage;
import org.gapmap.domain.UserError;
import org.gapmap.store.Codes;

/**
 * A kind's shares, of area or people as judged by, and statuses as bytes, a third of the JSON and
 * read by a page without parsing: for n communities first n unsigned 16-bit numbers, little-endian,
 * of 1/10000 of the share (65535 is unknown), then n letters m, p, g, u.
 */
final class Columns {
  private static final int UNKNOWN = 0xFFFF;
  private static final int PER_SHARE = 10_000;

  private Columns() {}

  /**
   * @throws UserError for a form that is neither {@code json} nor {@code binary}
   */
  static boolean wanted(Context context) {
    String format = Parameters.find(context, "format").orElse("json");
    return switch (format) {
      case "json" -> false;
      case "binary" -> true;
      default -> throw new UserError("no format '" + format + "'", "format", "json or binary");
    };
  }

  static void write(Context context, KindCoverage coverage) {
    int n = coverage.city().size();
    ByteBuffer bytes = ByteBuffer.allocate(3 * n).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < n; i++) {
      double share = coverage.judgedShare(i);
      int units = Double.isNaN(share) ? UNKNOWN : (int) Math.round(share * PER_SHARE);
      bytes.putShort((short) units);
    }
    for (int i = 0; i < n; i++) {
      bytes.put((byte) coverage.status(i).letter());
    }
    context
        .contentType("application/octet-stream")
        .header("X-Data-Version", Integer.toString(coverage.city().dataVersion()))
        .header("X-Radius-Metres", Double.toString(coverage.radiusMetres()))
        .header("X-Mode", Codes.of(coverage.rule().mode()))
        .header("X-Estimated", Boolean.toString(coverage.estimated()))
        .header("X-Measured", Codes.of(coverage.measured()))
        .result(bytes.array());
  }
}
