package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gapmap.domain.Area;
import org.gapmap.domain.AreaLevel;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * A city's districts and sub-districts under keys that outlast an import, and which community lies
 * in which: in the one that holds most of it. Worked out at the first question. Rows of one level
 * with one name (within one district) are parts of one area; areas without a name cannot be asked
 * for and are left out. Safe for threads.
 */
public final class AreaDirectory {
  /** In no area. */
  public static final int NONE = LargestOverlap.NONE;

  private final List<Area> rows;
  private final Communities communities;
  private @Nullable Found found;

  AreaDirectory(List<Area> rows, Communities communities) {
    this.rows = rows;
    this.communities = communities;
  }

  /**
   * @param key {@code district:NAME} or {@code subdistrict:DISTRICT/NAME}, where DISTRICT is empty
   *     for a sub-district that lies in no district
   * @param within the number of the district in {@link #list}, or {@link #NONE}
   * @param extent in degrees
   */
  public record Entry(String key, AreaLevel level, String name, int within, Envelope extent) {}

  /** Areas by number, and for each community the numbers of its district and sub-district. */
  private record Found(List<Entry> entries, int[] district, int[] subdistrict) {}

  /** An area before it has its number. */
  private record Whole(String name, int within, Geometry shape) {
    Entry entry(AreaLevel level, String key) {
      return new Entry(key, level, name, within, shape.getEnvelopeInternal());
    }
  }

  /** Districts first, each level in the order of its files. */
  public List<Entry> list() {
    return found().entries();
  }

  /** The number in {@link #list} of the community's district, or {@link #NONE}. */
  public int district(int community) {
    return found().district()[community];
  }

  /** The number in {@link #list} of the community's sub-district, or {@link #NONE}. */
  public int subdistrict(int community) {
    return found().subdistrict()[community];
  }

  /**
   * Which communities lie in an area.
   *
   * @param key as in {@link Entry}
   * @return of a community's index; empty where there is no such area
   */
  public Optional<IntPredicate> members(String key) {
    List<Entry> entries = list();
    return IntStream.range(0, entries.size())
        .filter(n -> entries.get(n).key().equals(key))
        .boxed()
        .findFirst()
        .map(
            n ->
                entries.get(n).level() == AreaLevel.DISTRICT
                    ? i -> district(i) == n
                    : i -> subdistrict(i) == n);
  }

  private synchronized Found found() {
    if (found == null) {
      found = find();
    }
    return found;
  }

  private Found find() {
    List<Whole> districts = wholes(AreaLevel.DISTRICT, List.of());
    List<Whole> subdistricts = wholes(AreaLevel.SUBDISTRICT, districts);
    List<Entry> entries = new ArrayList<>();
    districts.forEach(one -> entries.add(one.entry(AreaLevel.DISTRICT, "district:" + one.name())));
    for (Whole one : subdistricts) {
      String district = one.within() == NONE ? "" : districts.get(one.within()).name();
      entries.add(one.entry(AreaLevel.SUBDISTRICT, "subdistrict:" + district + "/" + one.name()));
    }
    return new Found(
        List.copyOf(entries), homes(districts, 0), homes(subdistricts, districts.size()));
  }

  /** The level's rows, those of one name in one district joined. */
  private List<Whole> wholes(AreaLevel level, List<Whole> districts) {
    record Name(int within, String name) {}
    LargestOverlap inDistricts = overlap(districts);
    Map<Name, List<Geometry>> parts = new LinkedHashMap<>();
    for (Area row : rows) {
      if (row.level() == level && !row.name().isBlank()) {
        parts
            .computeIfAbsent(
                new Name(inDistricts.of(row.shape()), row.name()), n -> new ArrayList<>())
            .add(row.shape());
      }
    }
    List<Whole> wholes = new ArrayList<>();
    parts.forEach(
        (name, shapes) ->
            wholes.add(
                new Whole(
                    name.name(),
                    name.within(),
                    shapes.size() == 1 ? shapes.get(0) : UnaryUnionOp.union(shapes))));
    return wholes;
  }

  private int[] homes(List<Whole> areas, int firstNumber) {
    if (areas.isEmpty()) {
      int[] none = new int[communities.size()];
      Arrays.fill(none, NONE);
      return none;
    }
    LargestOverlap overlap = overlap(areas);
    return IntStream.range(0, communities.size())
        .parallel()
        .map(i -> overlap.of(communities.get(i).boundary()))
        .map(area -> area == NONE ? NONE : firstNumber + area)
        .toArray();
  }

  private static LargestOverlap overlap(List<Whole> areas) {
    return new LargestOverlap(areas.stream().map(Whole::shape).toList());
  }
}
