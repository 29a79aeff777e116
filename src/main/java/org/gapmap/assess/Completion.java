package org.gapmap.assess;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gapmap.domain.LayerType;
import org.gapmap.store.Completeness;
import org.gapmap.store.LayerVersion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * For which communities the lists of some kinds are complete. Elsewhere a missing facility is
 * missing data, and the answer is unknown.
 *
 * <p>The lists of one kind add up: each covers its own area. Of several kinds, every one that has a
 * list must be complete, since the one that is not may hide a facility. A community belongs where
 * most of its area lies, because districts are drawn more coarsely than compounds.
 */
public final class Completion {
  /** Why the answer for a community is unknown, or that it is not. */
  public enum Reason {
    KNOWN,
    NO_LAYER,
    OUTSIDE_COMPLETENESS
  }

  private final boolean layered;
  private final BitSet complete;

  private Completion(boolean layered, BitSet complete) {
    this.layered = layered;
    this.complete = complete;
  }

  static Completion of(City city, Set<String> kinds) {
    Map<String, List<Completeness>> byKind = new HashMap<>();
    for (LayerVersion layer : city.layers()) {
      if (layer.key().type() == LayerType.FACILITIES && kinds.contains(layer.key().kind())) {
        byKind
            .computeIfAbsent(layer.key().kind(), k -> new ArrayList<>())
            .add(layer.completeness());
      }
    }
    BitSet complete = new BitSet(city.size());
    complete.set(0, city.size(), !byKind.isEmpty());
    byKind.values().forEach(lists -> complete.and(within(city, lists)));
    return new Completion(!byKind.isEmpty(), complete);
  }

  public boolean known(int community) {
    return complete.get(community);
  }

  public Reason reason(int community) {
    if (!layered) {
      return Reason.NO_LAYER;
    }
    return known(community) ? Reason.KNOWN : Reason.OUTSIDE_COMPLETENESS;
  }

  /** Whether there is any list of these kinds. */
  public boolean hasLayer() {
    return layered;
  }

  /** Whether a list is complete for where most of a boundary lies. */
  static boolean completeFor(Completeness list, Geometry boundary) {
    return list.area()
        .map(area -> mostlyInside(boundary, area, PreparedGeometryFactory.prepare((Geometry) area)))
        .orElse(true);
  }

  private static BitSet within(City city, List<Completeness> lists) {
    BitSet inside = new BitSet(city.size());
    if (lists.stream().anyMatch(list -> list.area().isEmpty())) {
      inside.set(0, city.size());
      return inside;
    }
    List<Geometry> areas = new ArrayList<>();
    lists.forEach(list -> list.area().ifPresent(areas::add));
    Geometry area = OverlayNGRobust.union(areas);
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
    for (int i = 0; i < city.size(); i++) {
      Geometry boundary = city.community(i).boundary();
      if (prepared.contains(boundary) || mostlyInside(boundary, area, prepared)) {
        inside.set(i);
      }
    }
    return inside;
  }

  private static boolean mostlyInside(Geometry boundary, Geometry area, PreparedGeometry prepared) {
    if (!prepared.intersects(boundary)) {
      return false;
    }
    double shared =
        OverlayNGRobust.overlay(
                boundary, area, org.locationtech.jts.operation.overlayng.OverlayNG.INTERSECTION)
            .getArea();
    return shared > boundary.getArea() / 2;
  }
}
