package org.gapmap.assess;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import org.gapmap.domain.Facility;
import org.gapmap.geo.LocalPlane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Which facility of one list is which of another: by the source's own key, else by kind, name and
 * place, since rows and layer versions do not last across imports.
 */
final class FacilityMatch {
  static final double SAME_PLACE_METRES = 50;

  private static final double DEGREES_AROUND = 0.002;

  private final Map<Facility, Facility> partner;
  private final List<Facility> after;

  private FacilityMatch(Map<Facility, Facility> partner, List<Facility> after) {
    this.partner = partner;
    this.after = after;
  }

  /** Pairs, and what has no partner; a facility of before with no partner is gone. */
  record Pairs(Map<Facility, Facility> partners, List<Facility> gone, List<Facility> added) {}

  static Pairs of(List<Facility> before, List<Facility> after) {
    FacilityMatch match = new FacilityMatch(new HashMap<>(), new ArrayList<>(after));
    List<Facility> left = match.byKey(before);
    left = match.byPlace(left, FacilityMatch::sameName);
    left = match.byPlace(left, FacilityMatch::likeName);
    return new Pairs(match.partner, left, match.after);
  }

  private List<Facility> byKey(List<Facility> before) {
    Map<List<String>, Facility> keyed = new HashMap<>();
    for (Facility facility : after) {
      if (!facility.provenance().key().isEmpty()) {
        keyed.putIfAbsent(key(facility), facility);
      }
    }
    List<Facility> left = new ArrayList<>();
    for (Facility facility : before) {
      Facility found = facility.provenance().key().isEmpty() ? null : keyed.remove(key(facility));
      if (found == null) {
        left.add(facility);
      } else {
        partner.put(facility, found);
      }
    }
    after.removeAll(java.util.Set.copyOf(partner.values()));
    return left;
  }

  private static List<String> key(Facility facility) {
    return List.of(facility.kind(), facility.provenance().source(), facility.provenance().key());
  }

  /** Pairs the nearest first, so that two neighbours of one name do not swap. */
  private List<Facility> byPlace(List<Facility> before, BiPredicate<Facility, Facility> alike) {
    if (before.isEmpty() || after.isEmpty()) {
      return before;
    }
    STRtree tree = new STRtree();
    for (Facility facility : after) {
      tree.insert(new Envelope(ServiceIndex.pointOf(facility.place())), facility);
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Facility facility : before) {
      Envelope around = new Envelope(ServiceIndex.pointOf(facility.place()));
      around.expandBy(DEGREES_AROUND);
      for (Object found : tree.query(around)) {
        Facility other = (Facility) found;
        double metres = metresBetween(facility, other);
        if (metres <= SAME_PLACE_METRES
            && other.kind().equals(facility.kind())
            && alike.test(facility, other)) {
          candidates.add(new Candidate(facility, other, metres));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::metres));
    java.util.Set<Facility> taken = new java.util.HashSet<>();
    for (Candidate candidate : candidates) {
      if (!partner.containsKey(candidate.before()) && taken.add(candidate.after())) {
        partner.put(candidate.before(), candidate.after());
      }
    }
    after.removeAll(taken);
    return before.stream().filter(facility -> !partner.containsKey(facility)).toList();
  }

  private record Candidate(Facility before, Facility after, double metres) {}

  /** Metres between the points that stand for two facilities. */
  static double metresBetween(Facility one, Facility other) {
    Coordinate from = ServiceIndex.pointOf(one.place());
    Coordinate to = ServiceIndex.pointOf(other.place());
    double[] xy = new double[2];
    LocalPlane.at(from.x, from.y).project(to.x, to.y, xy, 0);
    return Math.hypot(xy[0], xy[1]);
  }

  private static boolean sameName(Facility one, Facility other) {
    return plain(one.name()).equals(plain(other.name()));
  }

  /** One name is a part of the other: 鼓楼食堂 and 鼓楼街道食堂 are not, 鼓楼食堂 and 鼓楼食堂(分店) are. */
  private static boolean likeName(Facility one, Facility other) {
    String a = plain(one.name());
    String b = plain(other.name());
    return a.isEmpty() || b.isEmpty() || a.contains(b) || b.contains(a);
  }

  /** Letters and digits alone, whatever their width and case. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
