package org.gapmap.assess;

import java.util.List;
import java.util.Optional;
import org.gapmap.domain.Facility;

/**
 * What became of a facility between two data versions. One of before and after is there.
 *
 * @param before empty where it was not listed
 * @param after empty where it is no longer listed
 * @param metres that it moved; NaN where it is in one version only
 * @param fields that differ: {@code place}, {@code status}, {@code access}, {@code capacity},
 *     {@code floor}, {@code land}, {@code name}, {@code subtype}
 */
public record FacilityChange(
    Type type,
    Optional<Facility> before,
    Optional<Facility> after,
    double metres,
    List<String> fields) {

  /** The strongest thing that changed, for whom it serves. */
  public enum Type {
    /** It serves and did not. */
    OPENED,
    /** It served and does not: gone from the list, or its status or access changed. */
    CLOSED,
    MOVED,
    /** It serves other residents than it did. */
    ACCESS,
    /** Its capacity or a size changed. */
    RESIZED,
    /** Fields that change nothing about whom it serves. */
    CORRECTED,
    /** The first list of its kind came: nobody knows since when it has been there. */
    LISTED
  }

  public FacilityChange {
    fields = List.copyOf(fields);
  }

  /** As it is now, or was. */
  public Facility latest() {
    return after.or(() -> before).orElseThrow();
  }
}
