package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A path laid into a city's streets. Its ends join the nearest street, or lie inside a compound; on
 * the way it meets the streets that it crosses, unless it is a bridge. For one thread.
 */
public final class NewPath {
  /** Its ends may be as far from a street. */
  public static final double JOIN_METRES = 30;

  private static final double LONGEST_METRES = 20_000;

  /** Nearer to a junction than this it joins there. */
  private static final double SAME_METRES = 0.05;

  private final StreetAccess access;
  private final Walls walls;
  private final IntPredicate meets;
  private final StreetGraph graph;
  private final GraphGrowing growing;
  private final SortedMap<Integer, TreeMap<Double, Integer>> cuts = new TreeMap<>();

  /** The nodes on the path, by place along its line. */
  private final TreeMap<Double, Integer> nodes = new TreeMap<>();

  private double[] line;

  /** Why a path can't be laid. */
  public enum Refusal {
    /** No street within {@link #JOIN_METRES} of its first point, that no wall hides. */
    START_JOINS_NOTHING,
    /** The same of its last point. */
    END_JOINS_NOTHING,
    TOO_LONG
  }

  /**
   * What came of it.
   *
   * @param change where the path was laid
   * @param line of the path, the legs to the streets at its ends included
   * @param endsInside whether an end joins no street, since it lies inside a compound
   * @param gates that it makes in walls
   */
  public record Laid(
      Optional<Refusal> refusal,
      Optional<StreetChange> change,
      double[] line,
      boolean endsInside,
      List<Walls.Passing> gates) {}

  private NewPath(StreetAccess access, Walls walls, IntPredicate meets, double[] line) {
    this.access = access;
    this.walls = walls;
    this.meets = meets;
    this.line = line;
    graph = access.graph();
    growing = new GraphGrowing(graph);
  }

  /**
   * @param joins whether its ends may join an edge
   * @param meets whether it meets an edge that it crosses
   * @param lonLat longitude, latitude of its points
   * @param street the number that its edges get
   */
  public static Laid lay(
      StreetAccess access,
      Walls walls,
      IntPredicate joins,
      IntPredicate meets,
      double[] lonLat,
      int street) {
    NewPath path = new NewPath(access, walls, meets, lonLat.clone());
    OnStreet first = path.end(joins, lonLat[0], lonLat[1]);
    OnStreet last = path.end(joins, lonLat[lonLat.length - 2], lonLat[lonLat.length - 1]);
    if (first == null && !path.inCompound(lonLat[0], lonLat[1])) {
      return refused(Refusal.START_JOINS_NOTHING);
    }
    if ((last == null && !path.inCompound(lonLat[lonLat.length - 2], lonLat[lonLat.length - 1]))
        || (first == null && last == null)) {
      return refused(Refusal.END_JOINS_NOTHING);
    }
    path.join(first, last);
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < path.line.length; i += 2) {
      points.add(new double[] {path.line[i], path.line[i + 1]});
    }
    if (path.growing.metres(points) > LONGEST_METRES) {
      return refused(Refusal.TOO_LONG);
    }
    path.meetStreets();
    StreetChange change = path.build(street);
    return new Laid(
        Optional.empty(),
        Optional.of(change),
        path.line,
        first == null || last == null,
        walls.passings(path.line));
  }

  private static Laid refused(Refusal why) {
    return new Laid(Optional.of(why), Optional.empty(), new double[0], false, List.of());
  }

  private @Nullable OnStreet end(IntPredicate joins, double lon, double lat) {
    return access
        .streets()
        .find(
            lon,
            lat,
            JOIN_METRES,
            joins,
            (edge, toLon, toLat) -> !walls.crossed(lon, lat, toLon, toLat));
  }

  private boolean inCompound(double lon, double lat) {
    return walls.parts().holding(lon, lat).length > 0;
  }

  /** Prolongs the line to the streets that its ends join. */
  private void join(@Nullable OnStreet first, @Nullable OnStreet last) {
    if (first != null && first.metres() > SAME_METRES) {
      double[] at = graph.pointAt(first.edge(), first.along());
      double[] longer = new double[line.length + 2];
      longer[0] = at[0];
      longer[1] = at[1];
      System.arraycopy(line, 0, longer, 2, line.length);
      line = longer;
    }
    if (last != null && last.metres() > SAME_METRES) {
      double[] at = graph.pointAt(last.edge(), last.along());
      line = Arrays.copyOf(line, line.length + 2);
      line[line.length - 2] = at[0];
      line[line.length - 1] = at[1];
    }
    int end = line.length / 2 - 1;
    nodes.put(0.0, first == null ? growing.addNode(line[0], line[1]) : node(first));
    nodes.put(
        (double) end,
        last == null ? growing.addNode(line[line.length - 2], line[line.length - 1]) : node(last));
  }

  /** The node at a point of a street, made where there is none yet. */
  private int node(OnStreet at) {
    if (at.along() < SAME_METRES) {
      return graph.from(at.edge());
    }
    if (at.along() > graph.metres(at.edge()) - SAME_METRES) {
      return graph.to(at.edge());
    }
    TreeMap<Double, Integer> there = cuts.computeIfAbsent(at.edge(), e -> new TreeMap<>());
    Map.Entry<Double, Integer> below = there.floorEntry(at.along());
    if (below != null && at.along() - below.getKey() < SAME_METRES) {
      return below.getValue();
    }
    Map.Entry<Double, Integer> above = there.ceilingEntry(at.along());
    if (above != null && above.getKey() - at.along() < SAME_METRES) {
      return above.getValue();
    }
    double[] place = graph.pointAt(at.edge(), at.along());
    int node = growing.addNode(place[0], place[1]);
    there.put(at.along(), node);
    return node;
  }

  private void meetStreets() {
    for (int i = 0; 2 * i + 3 < line.length; i++) {
      int segment = i;
      double ax = line[2 * i];
      double ay = line[2 * i + 1];
      double bx = line[2 * i + 2];
      double by = line[2 * i + 3];
      access
          .streets()
          .near(
              Math.min(ax, bx),
              Math.min(ay, by),
              Math.max(ax, bx),
              Math.max(ay, by),
              edge -> {
                if (meets.test(edge)) {
                  meet(edge, segment);
                }
              });
    }
  }

  private void meet(int edge, int segment) {
    double ax = line[2 * segment];
    double ay = line[2 * segment + 1];
    double dx = line[2 * segment + 2] - ax;
    double dy = line[2 * segment + 3] - ay;
    for (int k = 0; k < graph.segments(edge); k++) {
      double cx = graph.lineLon(edge, k);
      double cy = graph.lineLat(edge, k);
      double ex = graph.lineLon(edge, k + 1) - cx;
      double ey = graph.lineLat(edge, k + 1) - cy;
      double cross = dx * ey - dy * ex;
      double t = ((cx - ax) * ey - (cy - ay) * ex) / cross;
      double u = ((cx - ax) * dy - (cy - ay) * dx) / cross;
      if (t >= 0 && t <= 1 && u >= 0 && u <= 1) {
        OnStreet at = new EdgeLine(graph, edge).onto(k, u, u, cx + u * ex, cy + u * ey);
        putOnPath(segment + t, node(at));
      }
    }
  }

  /** Its ends have their nodes already, and no node is there twice in a row. */
  private void putOnPath(double place, int node) {
    if (!nodes.containsValue(node)) {
      double free = place;
      while (nodes.containsKey(free)) {
        free = Math.nextDown(free);
      }
      nodes.put(Math.max(Double.MIN_VALUE, free), node);
    }
  }

  private StreetChange build(int street) {
    double from = Double.NaN;
    int node = -1;
    for (Map.Entry<Double, Integer> next : nodes.entrySet()) {
      if (node >= 0) {
        List<double[]> points = points(from, next.getKey());
        double metres = growing.metres(points);
        if (metres > 0 && node != next.getValue()) {
          double[] piece = new double[2 * points.size()];
          for (int i = 0; i < points.size(); i++) {
            piece[2 * i] = points.get(i)[0];
            piece[2 * i + 1] = points.get(i)[1];
          }
          growing.addEdge(node, next.getValue(), Quanta.up(metres), street, piece);
        }
      }
      node = next.getValue();
      from = next.getKey();
    }
    return StreetChange.splitting(graph, growing, cuts);
  }

  private List<double[]> points(double from, double to) {
    List<double[]> points = new ArrayList<>();
    points.add(new double[] {DeepParts.at(line, from, 0), DeepParts.at(line, from, 1)});
    for (int i = (int) Math.floor(from) + 1; i < to; i++) {
      points.add(new double[] {line[2 * i], line[2 * i + 1]});
    }
    points.add(new double[] {DeepParts.at(line, to, 0), DeepParts.at(line, to, 1)});
    return points;
  }
}
