package org.gapmap.imports.doctor;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.gapmap.domain.LocalizedText;
import org.locationtech.jts.geom.Coordinate;

/**
 * One coordinate system that the file's numbers may be in.
 *
 * @param crs as a spec takes it
 * @param accuracyMetres how far a place may be off; empty where unknown
 * @param metresToOthers median distance to the layers that are there; empty where there are none
 * @param outline at most 200 places of the file as they would lie, longitude and latitude
 */
public record CrsCandidate(
    String crs,
    String name,
    Likelihood likelihood,
    LocalizedText evidence,
    OptionalDouble accuracyMetres,
    OptionalDouble metresToOthers,
    List<Coordinate> outline) {
  public CrsCandidate {
    outline = List.copyOf(outline);
  }

  /** How much speaks for it. */
  public enum Likelihood {
    DECLARED,
    LIKELY,
    POSSIBLE,
    UNLIKELY;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
