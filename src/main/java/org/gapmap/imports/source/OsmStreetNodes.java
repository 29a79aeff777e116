package org.gapmap.imports.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gapmap.domain.Passage;
import org.gapmap.domain.StreetRule;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * What single nodes do to the streets through them, so that in the stored layer streets meet just
 * where they share a vertex. At a barrier that nobody walks past, the line is parted by a few
 * centimetres, unless ways meet there. Nodes of different levels that lie at the very same place
 * are moved apart by a centimetre. Not for several threads.
 */
final class OsmStreetNodes {
  /** Degrees; 4 cm or so. */
  private static final double GAP = 4e-7;

  private static final int JUNCTION = 3;
  private static final Pattern LAYER = Pattern.compile("-?[0-9]{1,2}");

  /** By node: 2 for a way that passes, 1 for a way that ends. Three and more make a junction. */
  private final Map<Long, Integer> stops = new HashMap<>();

  private boolean waySeen;
  private boolean late;
  private List<long[]> twins = List.of();
  private final Map<Long, Set<Integer>> levels = new HashMap<>();

  /** A node that nobody walks past. */
  void stop(long node) {
    stops.put(node, 0);
    late |= waySeen;
  }

  /** Takes note of a way of the first reading. */
  void count(OsmItem.Way way, String rule) {
    waySeen = true;
    if (!stops.isEmpty()) {
      use(way, rule);
    }
  }

  private void use(OsmItem.Way way, String rule) {
    if (isClosed(rule)) {
      return;
    }
    long[] nodes = way.nodes();
    for (int i = 0; i < nodes.length; i++) {
      int weight = i == 0 || i == nodes.length - 1 ? 1 : 2;
      stops.computeIfPresent(nodes[i], (node, sum) -> sum + weight);
    }
  }

  private static boolean isClosed(String rule) {
    return StreetRule.find(rule).map(r -> r.passage() == Passage.CLOSED).orElse(false);
  }

  /** Whether the ways must be read once more. */
  boolean needsWays(OsmPlaces places) {
    twins = places.twins();
    for (long[] group : twins) {
      for (long node : group) {
        levels.put(node, new HashSet<>());
      }
    }
    if (late) {
      stops.replaceAll((node, sum) -> 0);
    }
    return late || !twins.isEmpty();
  }

  /** A way of the reading that {@link #needsWays} asked for. */
  void look(OsmItem.Way way, String rule) {
    if (late) {
      use(way, rule);
    }
    int level = level(way.tags());
    for (long node : way.nodes()) {
      Set<Integer> here = levels.get(node);
      if (here != null) {
        here.add(level);
      }
    }
  }

  /**
   * {@code layer}, else what bridges and tunnels are without one. Not {@code level}: it counts the
   * floors of a building.
   */
  static int level(Map<String, String> tags) {
    String layer = tags.getOrDefault("layer", "");
    if (!layer.isEmpty() && LAYER.matcher(layer).matches()) {
      return Integer.parseInt(layer);
    }
    if (says(tags, "bridge")) {
      return 1;
    }
    return says(tags, "tunnel") ? -1 : 0;
  }

  private static boolean says(Map<String, String> tags, String key) {
    String value = tags.getOrDefault(key, "");
    return !value.isEmpty() && !value.equals("no");
  }

  /** Moves nodes apart that lie at one place and have no level in common. */
  void part(OsmPlaces places) {
    for (long[] group : twins) {
      List<Set<Integer>> apart = new ArrayList<>();
      for (long node : group) {
        Set<Integer> own = levels.getOrDefault(node, Set.of());
        int i = 0;
        while (i < apart.size() && apart.get(i).stream().noneMatch(own::contains)) {
          i++;
        }
        if (i == apart.size()) {
          apart.add(new HashSet<>(own));
        } else {
          apart.get(i).addAll(own);
        }
        if (i > 0) {
          places.shift(node, i);
        }
      }
    }
    levels.clear();
  }

  /**
   * The way's line, parted at each barrier in it, and where the extract lacks nodes.
   *
   * @param line null where a node's place is not known
   */
  List<LineString> parts(OsmItem.Way way, @Nullable Coordinate[] line, GeometryFactory factory) {
    List<LineString> parts = new ArrayList<>(1);
    List<Coordinate> part = new ArrayList<>(line.length);
    for (int i = 0; i < line.length; i++) {
      Coordinate at = line[i];
      if (at == null) {
        end(part, parts, factory);
        continue;
      }
      if (!isStop(way.nodes()[i])) {
        part.add(at);
        continue;
      }
      if (!part.isEmpty()) {
        part.add(before(at, part.get(part.size() - 1)));
      }
      end(part, parts, factory);
      Coordinate next = i + 1 < line.length ? line[i + 1] : null;
      if (next != null) {
        part.add(before(at, next));
      }
    }
    end(part, parts, factory);
    return parts;
  }

  private boolean isStop(long node) {
    return !stops.isEmpty() && stops.getOrDefault(node, JUNCTION) < JUNCTION;
  }

  private static void end(List<Coordinate> part, List<LineString> parts, GeometryFactory factory) {
    if (part.size() >= 2) {
      parts.add(factory.createLineString(part.toArray(new Coordinate[0])));
    }
    part.clear();
  }

  /** A point a little before the stop, seen from the vertex beside it. */
  private static Coordinate before(Coordinate stop, Coordinate beside) {
    double length = stop.distance(beside);
    double part = length == 0 ? 0 : Math.min(0.25, GAP / length);
    return new Coordinate(stop.x + part * (beside.x - stop.x), stop.y + part * (beside.y - stop.y));
  }
}
