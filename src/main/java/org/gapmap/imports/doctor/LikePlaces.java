package org.gapmap.imports.doctor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gapmap.domain.ServiceKind;
import org.gapmap.geo.LocalPlane;
import org.gapmap.imports.ImportReport;
import org.gapmap.imports.ImportRequest;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.MappingStore;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Rows that may be places which another department's list has already: within {@value #METRES} m,
 * under a name like it, of the same kind or of one that goes with it. Proposed, never taken.
 */
final class LikePlaces {
  static final double METRES = 50;
  static final double LEAST_LIKENESS = 0.6;
  private static final double DEGREES_NORTH = METRES / 110_000;
  private static final int MOST = 2_000;

  private final MappingStore store;
  private final KindCatalogue kinds;

  LikePlaces(MappingStore store, KindCatalogue kinds) {
    this.store = store;
    this.kinds = kinds;
  }

  List<Preview.LikePlace> find(ImportRequest request, ImportReport report, Places places) {
    Envelope extent = new Envelope();
    for (int i = 0; i < places.size(); i++) {
      if (places.isPlaced(i)) {
        extent.expandToInclude(places.lon(i), places.lat(i));
      }
    }
    if (report.rows().byKind().isEmpty() || extent.isNull()) {
      return List.of();
    }
    extent.expandBy(2 * DEGREES_NORTH);
    STRtree others = new STRtree();
    List<MappingStore.Listed> listed =
        store.listOthers(
            request.destination().city(),
            request.destination().source(),
            related(report.rows().byKind().keySet()),
            extent);
    for (MappingStore.Listed other : listed) {
      others.insert(new Envelope(new Coordinate(other.lon(), other.lat())), other);
    }
    Map<Integer, Preview.LikePlace> best = new HashMap<>();
    for (int i = 0; i < places.size() && !listed.isEmpty(); i++) {
      if (places.isPlaced(i)) {
        compare(places, i, others, best);
      }
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingDouble(Preview.LikePlace::likeness)
                .reversed()
                .thenComparing(Preview.LikePlace::row))
        .limit(MOST)
        .toList();
  }

  private static void compare(
      Places places, int i, STRtree others, Map<Integer, Preview.LikePlace> best) {
    double lon = places.lon(i);
    double lat = places.lat(i);
    LocalPlane plane = LocalPlane.at(lon, lat);
    Envelope reach = new Envelope(new Coordinate(lon, lat));
    reach.expandBy(DEGREES_NORTH / Math.max(0.01, Math.cos(Math.toRadians(lat))), DEGREES_NORTH);
    double[] xy = new double[2];
    for (Object found : others.query(reach)) {
      MappingStore.Listed other = (MappingStore.Listed) found;
      plane.project(other.lon(), other.lat(), xy, 0);
      double metres = Math.hypot(xy[0], xy[1]);
      double likeness = NameLikeness.of(places.name(i), other.name());
      if (metres > METRES || likeness < LEAST_LIKENESS) {
        continue;
      }
      Preview.LikePlace before = best.get(places.row(i));
      if (before == null || likeness > before.likeness()) {
        best.put(
            places.row(i),
            new Preview.LikePlace(
                places.row(i),
                places.name(i),
                new Preview.Other(other.id(), other.name(), other.source()),
                metres,
                likeness,
                lon,
                lat));
      }
    }
  }

  /** The kinds, the groups that they belong to, and the groups' other members. */
  private Set<String> related(Set<String> ids) {
    Set<String> related = new HashSet<>(ids);
    for (ServiceKind kind : kinds.all()) {
      boolean touched = ids.contains(kind.id()) || kind.members().stream().anyMatch(ids::contains);
      if (touched) {
        related.add(kind.id());
        related.addAll(kind.members());
      }
    }
    return related;
  }
}
