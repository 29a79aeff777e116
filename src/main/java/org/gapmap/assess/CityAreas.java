package org.gapmap.assess;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.gapmap.domain.Area;
import org.gapmap.domain.AreaLevel;
import org.locationtech.jts.geom.Geometry;

/**
 * What belongs to which administrative area of one city, worked out at the first question. A
 * community belongs to the area that holds most of it, as a small area does to a larger one. Keeps
 * no city itself: the one that it is for is handed in.
 */
final class CityAreas {
  private final Map<AreaLevel, int[]> ofCommunities = new ConcurrentHashMap<>();
  private final Map<List<AreaLevel>, int[]> ofAreas = new ConcurrentHashMap<>();
  private final Map<Optional<AreaLevel>, ResidentialLand> land = new ConcurrentHashMap<>();

  /** The areas of a level, in the order of their files. */
  static List<Area> areas(City city, AreaLevel level) {
    return city.surroundings().areas().stream().filter(a -> a.level() == level).toList();
  }

  /** For each community the index of its area, or {@link LargestOverlap#NONE}. */
  int[] ofCommunities(City city, AreaLevel level) {
    return ofCommunities.computeIfAbsent(
        level,
        l ->
            overlap(city, l)
                .of(
                    IntStream.range(0, city.size())
                        .mapToObj(i -> city.community(i).boundary())
                        .toList()));
  }

  /** For each area of a level the index of the one of another level that it belongs to. */
  int[] ofAreas(City city, AreaLevel small, AreaLevel large) {
    return ofAreas.computeIfAbsent(
        List.of(small, large),
        levels -> overlap(city, large).of(areas(city, small).stream().map(Area::shape).toList()));
  }

  /** For each point the first area of a level that holds it, or {@link LargestOverlap#NONE}. */
  static int[] holding(City city, AreaLevel level, List<? extends Geometry> points) {
    LargestOverlap overlap = overlap(city, level);
    return points.stream()
        .mapToInt(
            point -> {
              int[] areas = overlap.candidates(point);
              return areas.length == 0 ? LargestOverlap.NONE : areas[0];
            })
        .toArray();
  }

  /** Residential parcels cut at the areas of a level; whole for the whole city. */
  ResidentialLand land(City city, Optional<AreaLevel> level) {
    return land.computeIfAbsent(
        level, l -> ResidentialLand.of(city, l.map(some -> areas(city, some)).orElse(List.of())));
  }

  private static LargestOverlap overlap(City city, AreaLevel level) {
    return new LargestOverlap(areas(city, level).stream().map(Area::shape).toList());
  }
}
