package org.gapmap.standards;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gapmap.domain.CapacityNorm;
import org.gapmap.domain.Citation;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.Level;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Obligation;
import org.gapmap.domain.Reach;
import org.gapmap.domain.Requirement;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.Thresholds;
import org.gapmap.domain.Verification;

/**
 * Reads rows of a profile. A row that changes one of a profile below it gives what it changes; the
 * rest stays as it was. But a changed radius needs a citation of its own, and so does a changed
 * size: else a city's number would pass for the national standard's.
 */
final class RuleReader {
  private static final Set<String> REACH_KEYS =
      Set.of("radius_m", "mode", "detour_factor", "by_size");
  private static final Set<String> KEYS =
      union(
          List.of(
              REACH_KEYS,
              Citations.KEYS,
              Set.of(
                  "kind",
                  "satisfied_by",
                  "levels",
                  "obligation",
                  "thresholds",
                  "floor_min_sqm",
                  "land_min_sqm",
                  "sizes",
                  "capacity")));
  static final Set<String> CAPACITY_KEYS =
      union(List.of(Citations.KEYS, Set.of("amount", "measure", "per")));
  private static final String GROUP_WITH_MEMBERS = "/*";

  /** Stands in for a citation that could not be read; never leaves a file that has faults. */
  private static final Citation UNREAD =
      new Citation(
          LocalizedText.same("?"),
          LocalizedText.same("?"),
          0,
          Verification.UNVERIFIED,
          false,
          "",
          "");

  private final KindCatalogue kinds;
  private final Citations citations;
  private final Faults faults;

  RuleReader(KindCatalogue kinds, Citations citations, Faults faults) {
    this.kinds = kinds;
    this.citations = citations;
    this.faults = faults;
  }

  /**
   * @param below the row that this one changes
   */
  ServiceRule read(YamlNode row, Optional<ServiceRule> below) {
    faults.allow(row, KEYS);
    String kind = faults.read("?", () -> kinds.known(row.get("kind")));
    // What this file says of a row below it is not for that row's source to answer for.
    Optional<Citation> own = faults.read(Optional.of(UNREAD), () -> ownCitation(row, below));
    return new ServiceRule(
        kind,
        faults.read(List.of(kind), () -> satisfiedBy(row, below)),
        faults.read(Reach.none(), () -> reach(row, below)),
        faults.read(
            Optional.empty(),
            () ->
                row.find("thresholds")
                    .map(RuleReader::thresholds)
                    .or(() -> below.flatMap(ServiceRule::thresholds))),
        requirement(row, below.map(ServiceRule::requirement), own),
        own.or(() -> below.map(ServiceRule::citation)).orElse(UNREAD));
  }

  /** The bounds of a row or of a whole profile. */
  static Thresholds thresholds(YamlNode node) {
    double metFrom = share(node.get("met_from"));
    double gapBelow = share(node.get("gap_below"));
    if (gapBelow > metFrom) {
      throw node.get("gap_below").error("gap_below is above met_from", "lower it");
    }
    return new Thresholds(metFrom, gapBelow);
  }

  /** Empty where the row leaves the one below as it is cited there. */
  private Optional<Citation> ownCitation(YamlNode row, Optional<ServiceRule> below) {
    boolean cites =
        Stream.concat(REACH_KEYS.stream(), Citations.KEYS.stream())
            .anyMatch(key -> row.find(key).isPresent());
    return below.isPresent() && !cites ? Optional.empty() : Optional.of(citations.ofRow(row));
  }

  private List<String> satisfiedBy(YamlNode row, Optional<ServiceRule> below) {
    if (below.isPresent() && row.find("satisfied_by").isEmpty()) {
      return below.get().satisfiedBy();
    }
    YamlNode list = row.get("satisfied_by");
    Set<String> ids = new LinkedHashSet<>();
    for (YamlNode item : list.items()) {
      String text = item.text();
      if (text.endsWith(GROUP_WITH_MEMBERS)) {
        String group = text.substring(0, text.length() - GROUP_WITH_MEMBERS.length());
        ids.addAll(kinds.unfold(kinds.known(item, group)));
      } else {
        ids.add(kinds.known(item));
      }
    }
    if (ids.isEmpty()) {
      throw list.error("no kind satisfies the row", "name at least one");
    }
    return List.copyOf(ids);
  }

  private static Reach reach(YamlNode row, Optional<ServiceRule> below) {
    if (below.isPresent() && REACH_KEYS.stream().allMatch(key -> row.find(key).isEmpty())) {
      return below.get().reach();
    }
    Reach before = below.map(ServiceRule::reach).orElse(Reach.none());
    Optional<YamlNode> mode = row.find("mode");
    DistanceMode measured = mode.map(m -> m.oneOf(DistanceMode.class)).orElse(before.mode());
    double inherited = measured == before.mode() ? before.detourFactor() : 1;
    double detour = row.find("detour_factor").map(YamlNode::number).orElse(inherited);
    if (!(detour >= 1 && detour <= 3)) {
      throw row.get("detour_factor").error(detour + " is not in [1, 3]", "1.2 to 1.4 are usual");
    }
    if (measured == DistanceMode.STRAIGHT && detour != 1) {
      throw row.get("detour_factor")
          .error("a straight line has no detour", "leave it out, or write mode: walking");
    }
    List<Reach.SizeClass> bySize =
        row.find("by_size").map(RuleReader::sizeClasses).orElse(List.of());
    Optional<YamlNode> radius = row.find("radius_m");
    if (radius.isEmpty() && bySize.isEmpty()) {
      return new Reach(before.radiusMetres(), measured, detour, before.bySize());
    }
    if (radius.isPresent() && !bySize.isEmpty()) {
      throw radius.get().error("by_size gives the radii already", "leave radius_m out");
    }
    OptionalDouble metres =
        radius.isPresent()
            ? OptionalDouble.of(radius(radius.get()))
            : bySize.stream().mapToDouble(Reach.SizeClass::radiusMetres).max();
    return new Reach(metres, measured, detour, bySize);
  }

  private static List<Reach.SizeClass> sizeClasses(YamlNode list) {
    List<Reach.SizeClass> classes =
        list.items().stream()
            .map(
                item -> {
                  item.allow("land_from_sqm", "radius_m");
                  return new Reach.SizeClass(
                      item.get("land_from_sqm").positive(), radius(item.get("radius_m")));
                })
            .toList();
    for (int i = 1; i < classes.size(); i++) {
      if (!(classes.get(i).fromLandSqm() < classes.get(i - 1).fromLandSqm())) {
        throw list.items()
            .get(i)
            .error("the sizes do not fall", "put the largest size first, each once");
      }
    }
    if (classes.isEmpty()) {
      throw list.error("no size stands here", "leave by_size out, or name one");
    }
    return classes;
  }

  private Requirement requirement(
      YamlNode row, Optional<Requirement> below, Optional<Citation> citation) {
    OptionalDouble floor = faults.read(OptionalDouble.empty(), () -> size(row, "floor_min_sqm"));
    OptionalDouble land = faults.read(OptionalDouble.empty(), () -> size(row, "land_min_sqm"));
    boolean sized =
        faults.read(
            false,
            () ->
                Stream.of("floor_min_sqm", "land_min_sqm").anyMatch(k -> row.find(k).isPresent()));
    Optional<Citation> sizes =
        faults.read(Optional.empty(), () -> sizesCitation(row, sized, citation));
    if (sized && below.isPresent()) {
      faults.read(false, () -> requireBothSizes(row, below.get()));
    }
    return new Requirement(
        faults.read(List.of(), () -> levels(row, below)),
        faults.read(
            Obligation.UNSTATED,
            () ->
                row.find("obligation")
                    .map(o -> o.oneOf(Obligation.class))
                    .or(() -> below.map(Requirement::obligation))
                    .orElse(Obligation.UNSTATED)),
        floor.isPresent() ? floor : below.map(Requirement::leastFloorSqm).orElse(floor),
        land.isPresent() ? land : below.map(Requirement::leastLandSqm).orElse(land),
        faults.read(
            Optional.empty(),
            () ->
                row.find("capacity")
                    .map(norm -> capacity(norm, citation))
                    .or(() -> below.flatMap(Requirement::capacity))),
        sizes.isPresent() ? sizes : below.flatMap(Requirement::sizes));
  }

  private Optional<Citation> sizesCitation(
      YamlNode row, boolean sized, Optional<Citation> citation) {
    Optional<YamlNode> node = row.find("sizes");
    if (sized && node.isEmpty()) {
      throw row.error(
          "the least size does not say how far it was checked",
          "add sizes: {verification: ...}, the radius has its own");
    }
    if (!sized && node.isPresent()) {
      throw node.get().error("there is no least size here", "give floor_min_sqm or land_min_sqm");
    }
    node.ifPresent(n -> faults.allow(n, Citations.KEYS));
    return node.map(n -> citations.of(n, citation));
  }

  /** The least sizes share one citation: what is new must not vouch for what was there. */
  private static boolean requireBothSizes(YamlNode row, Requirement below) {
    boolean floorLeft = below.leastFloorSqm().isPresent() && row.find("floor_min_sqm").isEmpty();
    boolean landLeft = below.leastLandSqm().isPresent() && row.find("land_min_sqm").isEmpty();
    if (floorLeft || landLeft) {
      throw row.error(
          "sizes would cite the " + (floorLeft ? "floor" : "land") + " of the row below, too",
          "give " + (floorLeft ? "floor_min_sqm" : "land_min_sqm") + " as well");
    }
    return true;
  }

  private static List<Level> levels(YamlNode row, Optional<Requirement> below) {
    return row.find("levels")
        .map(list -> list.items().stream().map(item -> item.oneOf(Level.class)).toList())
        .or(() -> below.map(Requirement::levels))
        .orElse(List.of());
  }

  private static OptionalDouble size(YamlNode row, String key) {
    Optional<YamlNode> size = row.find(key);
    return size.isPresent() ? OptionalDouble.of(size.get().positive()) : OptionalDouble.empty();
  }

  private CapacityNorm capacity(YamlNode node, Optional<Citation> row) {
    faults.allow(node, CAPACITY_KEYS);
    return norm(node, citations.of(node, row));
  }

  static CapacityNorm norm(YamlNode node, Citation citation) {
    return new CapacityNorm(
        node.get("amount").positive(),
        node.get("measure").oneOf(CapacityNorm.Measure.class),
        node.get("per").oneOf("per_", CapacityNorm.Basis.class),
        citation);
  }

  private static double radius(YamlNode value) {
    double metres = value.number();
    if (!(metres > 0 && metres <= Reach.LARGEST_RADIUS_METRES)) {
      throw value.error(
          String.format(
              Locale.ROOT,
              "radius %s m is not in (0, %.0f]",
              value.text(),
              Reach.LARGEST_RADIUS_METRES),
          "give metres, or leave the key out where the standard gives no radius");
    }
    return metres;
  }

  static double share(YamlNode value) {
    double share = value.number();
    if (!(share > 0 && share <= 1)) {
      throw value.error(value.text() + " is not a share in (0, 1]", "write 0.90 for 90 percent");
    }
    return share;
  }

  private static Set<String> union(List<Set<String>> sets) {
    return sets.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }
}
