package org.gapmap.export;

import java.util.OptionalInt;

/**
 * What is to be exported, and how.
 *
 * @param crs {@code EPSG:n}, {@code cgcs2000}, {@code wgs84} or {@code local}
 */
public record ExportRequest(What what, ExportFormat format, String crs) {
  /** Where nothing else is said: China's own. */
  public static final String DEFAULT_CRS = "EPSG:4490";

  /** A layer or an assessment. */
  public sealed interface What permits Layer, Run {}

  /**
   * A layer by its id.
   *
   * @param version its number; empty for the current one
   */
  public record Layer(int id, OptionalInt version) implements What {}

  /** A stored assessment. */
  public record Run(long id) implements What {}
}
