package org.gapmap.geo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.domain.LocalizedText;
import org.locationtech.jts.geom.Envelope;

/**
 * Which coordinate system a file's numbers were taken to be in, why, and the way from there to
 * longitude and latitude.
 *
 * @param name the system's name, like {@code CGCS2000 / 3-degree Gauss-Kruger CM 120E}
 * @param epsg its code, where identified
 * @param datum the datum's name
 * @param decidedBy what decided
 * @param sentence the evidence for a person, with what was done about the datum
 * @param warnings what the owner should check; empty where the file declared its system
 */
public record CrsChoice(
    CrsTransform transform,
    String name,
    OptionalInt epsg,
    String datum,
    DecidedBy decidedBy,
    LocalizedText sentence,
    List<LocalizedText> warnings) {
  public CrsChoice {
    warnings = List.copyOf(warnings);
  }

  /** What decided, strongest first. */
  public enum DecidedBy {
    OVERRIDE,
    DECLARED,
    COLUMN_HINT,
    ASSUMED_DEGREES
  }

  /**
   * Decides: the user's word, then the file's, then (for numbers that look like degrees) CGCS2000
   * with a warning.
   *
   * @param override {@code EPSG:n}, {@code gcj02}, {@code bd09}, {@code wgs84} or {@code cgcs2000}
   * @param sample bounds of the file's coordinates, or of a sample of them
   * @param points whether the shapes are points, which in China are often GCJ-02 or BD-09
   * @throws org.gapmap.domain.UserError where nothing declares the system and the numbers are not
   *     degrees; where the declaration can't be read; where its datum has no known shift; or where
   *     the numbers can't be in the declared system
   */
  public static CrsChoice decide(
      Optional<String> override,
      Optional<DeclaredCrs> declared,
      Envelope sample,
      boolean points,
      String file) {
    if (sample.isNull() || !file.isEmpty()) {
      throw new UnsupportedOperationException("being built: " + override + declared + points);
    }
    throw new IllegalStateException();
  }
}
