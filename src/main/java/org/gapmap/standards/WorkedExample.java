package org.gapmap.standards;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Population;
import org.gapmap.domain.Provision;

/**
 * A tiny world and the verdict that the standard must give there. Metres east and north of an
 * origin.
 *
 * @param where file, line and key, for messages
 * @param kind the kind that is judged, a row of the standard
 * @param lists where the lists of all kinds are complete
 */
public record WorkedExample(
    String where,
    LocalizedText name,
    String kind,
    Lists lists,
    List<Home> homes,
    List<Place> places) {

  /**
   * Where a missing facility is missing, and not merely unlisted.
   *
   * @param anywhere whether there is a list at all
   * @param within empty for everywhere
   */
  public record Lists(boolean anywhere, Optional<Box> within) {
    public static final Lists COMPLETE = new Lists(true, Optional.empty());
  }

  /** A rectangle from its south-west to its north-east corner. */
  public record Box(double west, double south, double east, double north) {}

  /** A community. */
  public record Home(String name, Box box, Population population, Expected expected) {}

  /**
   * What must come out for a community; what is empty is not asked.
   *
   * @param share of the area served, in [0, 1], within {@link #shareWithin}
   */
  public record Expected(
      CoverageStatus status, OptionalDouble share, double shareWithin, Optional<Demand> demand) {}

  /** Persons of the kind's target group in a community, each within 0.5; they add up to it. */
  public record Demand(double served, double withoutCapacity, double outOfReach) {}

  /**
   * A facility: a point, or a box.
   *
   * @param box of no size for a point
   */
  public record Place(
      String kind,
      String name,
      Box box,
      FacilityStatus status,
      FacilityAccess access,
      Provision provision) {}

  public WorkedExample {
    homes = List.copyOf(homes);
    places = List.copyOf(places);
  }
}
