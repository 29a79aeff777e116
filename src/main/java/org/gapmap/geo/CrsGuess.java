package org.gapmap.geo;

import java.util.List;
import java.util.OptionalDouble;
import org.gapmap.domain.LocalizedText;

/**
 * One coordinate system that a file's numbers may be in.
 *
 * @param word as {@code --crs} takes it; empty to leave it to the file; {@code fit:} where control
 *     points are needed
 * @param accuracyMetres how far a place may be off; empty where unknown
 * @param metresToOthers median distance to what the city has; empty where it has nothing
 * @param outline longitude and latitude in turn of at most 200 places of the file
 */
public record CrsGuess(
    String word,
    String name,
    Likelihood likelihood,
    LocalizedText evidence,
    OptionalDouble accuracyMetres,
    OptionalDouble metresToOthers,
    List<Double> outline) {
  public CrsGuess {
    outline = List.copyOf(outline);
  }

  /** Most first. */
  public enum Likelihood {
    DECLARED,
    LIKELY,
    POSSIBLE,
    UNLIKELY
  }
}
