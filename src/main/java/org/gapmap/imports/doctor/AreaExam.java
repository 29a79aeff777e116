package org.gapmap.imports.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.gapmap.domain.Area;
import org.gapmap.domain.AreaLevel;
import org.gapmap.domain.LocalizedText;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The rows of a file against the administrative areas that the city has. */
final class AreaExam {
  private static final double ABOUT_EQUALLY = 0.4;
  private static final int MOST_AREAS = 500;
  private static final List<AreaLevel> LARGE_FIRST =
      List.of(AreaLevel.DISTRICT, AreaLevel.SUBDISTRICT, AreaLevel.NEIGHBOURHOOD);

  private record Prepared(Area area, PreparedGeometry shape) {}

  private record Share(String area, double part) {}

  private final Map<AreaLevel, STRtree> trees = new EnumMap<>(AreaLevel.class);
  private final Map<AreaLevel, Integer> counts = new EnumMap<>(AreaLevel.class);
  private final GeometryFactory factory = new GeometryFactory();

  AreaExam(List<Area> areas) {
    for (Area area : areas) {
      counts.merge(area.level(), 1, Integer::sum);
      trees
          .computeIfAbsent(area.level(), level -> new STRtree())
          .insert(
              area.shape().getEnvelopeInternal(),
              new Prepared(area, PreparedGeometryFactory.prepare(area.shape())));
    }
  }

  /** Communities that lie in none of the areas of a level, or in two about equally. */
  void communities(List<PolygonShelf.Kept> communities, GeometryTally tally) {
    for (PolygonShelf.Kept community : communities) {
      for (AreaLevel level : LARGE_FIRST) {
        if (trees.containsKey(level) && doubtful(community, level, tally)) {
          break;
        }
      }
    }
  }

  private boolean doubtful(PolygonShelf.Kept community, AreaLevel level, GeometryTally tally) {
    List<Share> shares = shares(community.shape(), level);
    if (shares.isEmpty()) {
      tally.add(GeometryCode.IN_NO_AREA, example(community, id(level)));
      return true;
    }
    if (shares.size() > 1 && shares.get(1).part() >= ABOUT_EQUALLY) {
      tally.add(
          GeometryCode.IN_TWO_AREAS,
          example(community, shares.get(0).area() + " / " + shares.get(1).area()));
      return true;
    }
    return false;
  }

  private List<Share> shares(Geometry shape, AreaLevel level) {
    List<Share> shares = new ArrayList<>();
    for (Prepared near : near(level, shape)) {
      if (near.shape().contains(shape)) {
        return List.of(new Share(near.area().name(), 1));
      }
      double shared =
          OverlayNGRobust.overlay(shape, near.area().shape(), OverlayNG.INTERSECTION).getArea();
      if (shared > 0) {
        shares.add(new Share(near.area().name(), shared / shape.getArea()));
      }
    }
    shares.sort(Comparator.comparingDouble(Share::part).reversed());
    return shares;
  }

  /**
   * Which areas a list of facilities may be complete for: those that hold rows of it, large ones
   * first. Empty where the city has no areas.
   */
  Optional<Preview.CompletenessQuestion> completeness(Places places) {
    if (trees.isEmpty()) {
      return Optional.empty();
    }
    List<Preview.AreaRows> holding = new ArrayList<>();
    for (AreaLevel level : LARGE_FIRST) {
      Map<String, Integer> rows = new TreeMap<>();
      for (int i = 0; i < places.size() && trees.containsKey(level); i++) {
        if (places.isPlaced(i)) {
          Geometry at = factory.createPoint(new Coordinate(places.lon(i), places.lat(i)));
          near(level, at).stream()
              .filter(near -> near.shape().intersects(at))
              .findFirst()
              .ifPresent(near -> rows.merge(near.area().name(), 1, Integer::sum));
        }
      }
      rows.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .limit(MOST_AREAS)
          .forEach(
              area -> holding.add(new Preview.AreaRows(area.getKey(), id(level), area.getValue())));
    }
    return Optional.of(new Preview.CompletenessQuestion(question(holding), holding));
  }

  private LocalizedText question(List<Preview.AreaRows> holding) {
    AreaLevel level = LARGE_FIRST.stream().filter(trees::containsKey).findFirst().orElseThrow();
    long with = holding.stream().filter(area -> area.level().equals(id(level))).count();
    int all = counts.getOrDefault(level, 0);
    return new LocalizedText(
        String.format(
            Locale.ROOT,
            "名单在 %d 个%s中的 %d 个有设施。它对哪些是完整的？没有列出的地方，名单之外是“没有”还是“不知道”？",
            all,
            switch (level) {
              case DISTRICT -> "区县";
              case SUBDISTRICT -> "街道（镇）";
              case NEIGHBOURHOOD -> "社区";
            },
            with),
        String.format(
            Locale.ROOT,
            "The list has rows in %d of %d %ss. Which of them is it complete for? Elsewhere, what"
                + " it does not list is unknown, not missing.",
            with,
            all,
            level == AreaLevel.SUBDISTRICT ? "sub-district" : id(level)));
  }

  private List<Prepared> near(AreaLevel level, Geometry shape) {
    STRtree tree = trees.get(level);
    return tree == null
        ? List.of()
        : ((List<?>) tree.query(shape.getEnvelopeInternal()))
            .stream().map(Prepared.class::cast).toList();
  }

  private static Preview.GeometryExample example(PolygonShelf.Kept community, String areas) {
    Coordinate at = community.shape().getEnvelopeInternal().centre();
    return new Preview.GeometryExample(
        community.row(),
        OptionalInt.empty(),
        community.name() + ": " + areas,
        OptionalDouble.empty(),
        at.x,
        at.y);
  }

  private static String id(AreaLevel level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
