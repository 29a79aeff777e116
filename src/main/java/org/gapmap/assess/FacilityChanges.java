package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.LayerType;
import org.gapmap.store.LayerVersion;

/** What became of a city's facilities between two data versions. */
final class FacilityChanges {
  /** A shorter way than this is a rounded coordinate, not a move. */
  private static final double MOVED_METRES = 1;

  private FacilityChanges() {}

  /** By kind, then type, then id. What is the same in both is not there. */
  static List<FacilityChange> between(City from, City to) {
    Set<Integer> shared = new HashSet<>(from.layers().stream().map(LayerVersion::id).toList());
    shared.retainAll(to.layers().stream().map(LayerVersion::id).toList());
    FacilityMatch.Pairs pairs = FacilityMatch.of(others(from, shared), others(to, shared));
    List<FacilityChange> changes = new ArrayList<>();
    pairs.gone().forEach(gone -> changes.add(gone(gone)));
    Set<String> listedBefore = kindsWithLists(from);
    pairs.added().forEach(added -> changes.add(added(added, listedBefore)));
    pairs.partners().forEach((before, after) -> pair(before, after).ifPresent(changes::add));
    changes.sort(
        Comparator.comparing((FacilityChange change) -> change.latest().kind())
            .thenComparing(FacilityChange::type)
            .thenComparing(change -> change.latest().provenance().row()));
    return changes;
  }

  private static List<Facility> others(City city, Set<Integer> shared) {
    return city.facilities().stream()
        .filter(facility -> !shared.contains(facility.provenance().layerVersion()))
        .toList();
  }

  private static FacilityChange gone(Facility before) {
    FacilityChange.Type type =
        before.serves() ? FacilityChange.Type.CLOSED : FacilityChange.Type.CORRECTED;
    return new FacilityChange(
        type, Optional.of(before), Optional.empty(), Double.NaN, List.of("listed"));
  }

  private static Set<String> kindsWithLists(City city) {
    Set<String> kinds = new HashSet<>();
    city.layers().stream()
        .filter(layer -> layer.key().type() == LayerType.FACILITIES)
        .forEach(layer -> kinds.add(layer.key().kind()));
    return kinds;
  }

  private static FacilityChange added(Facility after, Set<String> listedBefore) {
    FacilityChange.Type opened =
        after.serves() ? FacilityChange.Type.OPENED : FacilityChange.Type.CORRECTED;
    FacilityChange.Type type =
        listedBefore.contains(after.kind()) ? opened : FacilityChange.Type.LISTED;
    return new FacilityChange(
        type, Optional.empty(), Optional.of(after), Double.NaN, List.of("listed"));
  }

  private static Optional<FacilityChange> pair(Facility before, Facility after) {
    double metres = FacilityMatch.metresBetween(before, after);
    List<String> fields = new ArrayList<>();
    if (metres > MOVED_METRES
        || !before.place().getGeometryType().equals(after.place().getGeometryType())) {
      fields.add("place");
    }
    differs(fields, "status", before.status(), after.status());
    differs(fields, "access", before.access(), after.access());
    differs(fields, "capacity", before.capacity(), after.capacity());
    differs(fields, "floor", before.provision().floorSqm(), after.provision().floorSqm());
    differs(fields, "land", before.provision().landSqm(), after.provision().landSqm());
    differs(fields, "name", before.name(), after.name());
    differs(fields, "subtype", before.subtype(), after.subtype());
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FacilityChange(
                type(before, after, fields),
                Optional.of(before),
                Optional.of(after),
                metres,
                fields));
  }

  private static void differs(List<String> fields, String name, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      fields.add(name);
    }
  }

  private static FacilityChange.Type type(Facility before, Facility after, List<String> fields) {
    if (before.serves() != after.serves()) {
      return after.serves() ? FacilityChange.Type.OPENED : FacilityChange.Type.CLOSED;
    }
    if (!before.serves()) {
      return FacilityChange.Type.CORRECTED;
    }
    if (fields.contains("place")) {
      return FacilityChange.Type.MOVED;
    }
    if ((before.access() == FacilityAccess.OWN_RESIDENTS)
        != (after.access() == FacilityAccess.OWN_RESIDENTS)) {
      return FacilityChange.Type.ACCESS;
    }
    return fields.stream().anyMatch(Set.of("capacity", "floor", "land")::contains)
        ? FacilityChange.Type.RESIZED
        : FacilityChange.Type.CORRECTED;
  }
}
