package org.gapmap.assess;

import java.util.ArrayList;
import java.util.List;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityStatus;
import org.locationtech.jts.geom.Geometry;

/**
 * What would be different in a city: facilities added, and others put in the place of listed ones.
 * Facilities are told apart by identity, as {@link City#facilities} gives them.
 *
 * @param added new facilities; their {@code provenance} should say that nobody delivered them
 */
public record CityChanges(List<Facility> added, List<Replacement> replaced) {
  public static final CityChanges NONE = new CityChanges(List.of(), List.of());

  /** A listed facility as it would be instead. */
  public record Replacement(Facility was, Facility becomes) {}

  public CityChanges {
    added = List.copyOf(added);
    replaced = List.copyOf(replaced);
  }

  /** One more facility. */
  public CityChanges adding(Facility facility) {
    List<Facility> more = new ArrayList<>(added);
    more.add(facility);
    return new CityChanges(more, replaced);
  }

  /** The same with a facility closed; it stays listed. */
  public CityChanges closing(Facility facility) {
    return replacing(
        facility,
        new Facility(
            facility.kind(),
            facility.subtype(),
            facility.name(),
            facility.place(),
            FacilityStatus.CLOSED,
            facility.access(),
            facility.provision(),
            facility.provenance()));
  }

  /** The same with a facility at another place, in degrees. */
  public CityChanges moving(Facility facility, Geometry place) {
    return replacing(
        facility,
        new Facility(
            facility.kind(),
            facility.subtype(),
            facility.name(),
            place,
            facility.status(),
            facility.access(),
            facility.provision(),
            facility.provenance()));
  }

  /**
   * The same with any other facility in a listed one's place: of another size, status or access.
   *
   * @param was a facility of the city, or one that these changes brought about
   * @throws IllegalArgumentException where the two are of different kinds
   */
  public CityChanges replacing(Facility was, Facility becomes) {
    if (!was.kind().equals(becomes.kind())) {
      throw new IllegalArgumentException(
          "a " + was.kind() + " does not become a " + becomes.kind());
    }
    List<Facility> newlyAdded = new ArrayList<>(added);
    for (int i = 0; i < newlyAdded.size(); i++) {
      if (newlyAdded.get(i).equals(was)) {
        newlyAdded.set(i, becomes);
        return new CityChanges(newlyAdded, replaced);
      }
    }
    List<Replacement> newlyReplaced = new ArrayList<>(replaced);
    for (int i = 0; i < newlyReplaced.size(); i++) {
      if (newlyReplaced.get(i).becomes().equals(was)) {
        newlyReplaced.set(i, new Replacement(newlyReplaced.get(i).was(), becomes));
        return new CityChanges(added, newlyReplaced);
      }
    }
    newlyReplaced.add(new Replacement(was, becomes));
    return new CityChanges(added, newlyReplaced);
  }
}
