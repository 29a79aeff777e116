package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * The walls of compounds: where a part's gates are known, its edge is one, and whoever crosses it
 * must do so at a gate. Where no gate is known the edge is only a line on a map, and nothing is
 * cut. Immutable.
 */
public final class Walls {
  /**
   * Gates are drawn on the street, at the lodge or in the wall: within this of a compound's edge.
   */
  static final double GATE_NEAR_EDGE_METRES = 25;

  /** A gate belongs to the edge nearest to it, and to those that are hardly farther. */
  static final double SHARED_METRES = 5;

  /** A street this near to a gate passes through it. */
  static final double GATE_OPENS_METRES = 15;

  /** The ends that a cut leaves are this far apart, so that they are two points and not one. */
  private static final double CUT_METRES = 0.1;

  private final CompoundParts parts;
  private final double[] gates;

  /** Of each part the numbers of its known gates. */
  private final int[][] gatesOf;

  private Walls(CompoundParts parts, double[] gates, int[][] gatesOf) {
    this.parts = parts;
    this.gates = gates;
    this.gatesOf = gatesOf;
  }

  /**
   * @param gates longitude, latitude of the known gates
   * @param lesser whether a gate counts only for compounds that have no other, as one for vehicles
   */
  public static Walls of(CompoundParts parts, double[] gates, IntPredicate lesser) {
    int[][] gatesOf = new int[parts.size()][0];
    double[] metres = new double[parts.size()];
    double[] out = new double[2];
    for (int gate = 0; gate < gates.length / 2; gate++) {
      double lon = gates[2 * gate];
      double lat = gates[2 * gate + 1];
      List<Integer> near = new ArrayList<>();
      double[] nearest = {GATE_NEAR_EDGE_METRES};
      parts.near(
          lon,
          lat,
          GATE_NEAR_EDGE_METRES,
          part -> {
            Outline outline = parts.outline(part);
            metres[part] = outline.nearestOfEdge(outline.flat().x(lon), outline.flat().y(lat), out);
            nearest[0] = Math.min(nearest[0], metres[part]);
            near.add(part);
          });
      for (int part : near) {
        if (metres[part] <= Math.min(GATE_NEAR_EDGE_METRES, nearest[0] + SHARED_METRES)) {
          int count = gatesOf[part].length;
          gatesOf[part] = Arrays.copyOf(gatesOf[part], count + 1);
          gatesOf[part][count] = gate;
        }
      }
    }
    for (int part = 0; part < gatesOf.length; part++) {
      int[] main = Arrays.stream(gatesOf[part]).filter(gate -> !lesser.test(gate)).toArray();
      gatesOf[part] = main.length > 0 ? main : gatesOf[part];
    }
    return new Walls(parts, gates, gatesOf);
  }

  /** Where a line passes through the wall of a part, where it has no gate. */
  public record Passing(int part, double lon, double lat) {}

  /** Where a line would be cut. */
  List<Passing> passings(double[] line) {
    List<Passing> passings = new ArrayList<>();
    for (int part : walledNear(line)) {
      for (double at : blocked(line, new int[] {part})) {
        passings.add(new Passing(part, DeepParts.at(line, at, 0), DeepParts.at(line, at, 1)));
      }
    }
    return passings;
  }

  /** The same walls with more gates, each in the wall of one part; numbered after the others. */
  public Walls with(List<Passing> more) {
    double[] all = Arrays.copyOf(gates, gates.length + 2 * more.size());
    int[][] of = gatesOf.clone();
    int gate = gates();
    for (Passing passing : more) {
      all[2 * gate] = passing.lon();
      all[2 * gate + 1] = passing.lat();
      int[] own = Arrays.copyOf(of[passing.part()], of[passing.part()].length + 1);
      own[own.length - 1] = gate++;
      of[passing.part()] = own;
    }
    return new Walls(parts, all, of);
  }

  public CompoundParts parts() {
    return parts;
  }

  /** How many gates were given. */
  public int gates() {
    return gates.length / 2;
  }

  double gateLon(int gate) {
    return gates[2 * gate];
  }

  double gateLat(int gate) {
    return gates[2 * gate + 1];
  }

  /** Whether a part's edge is a wall: its gates are known. */
  public boolean walled(int part) {
    return gatesOf[part].length > 0;
  }

  boolean isGateOf(int gate, int part) {
    return Arrays.binarySearch(gatesOf[part], gate) >= 0;
  }

  /** Numbers of the known gates of a part, ascending. */
  int[] gatesOf(int part) {
    return gatesOf[part].clone();
  }

  /**
   * Offers what walls leave of a street: all of it, or pieces that end right before a wall and
   * begin right behind it. To be called for every street on the ground before the graph is built;
   * bridges and tunnels pass over and under walls.
   *
   * @param line longitude, latitude of its points
   * @return how often it was cut
   */
  public int cut(double[] line, Consumer<double[]> piece) {
    double[] cuts = blocked(line, walledNear(line));
    if (cuts.length == 0) {
      piece.accept(line);
      return 0;
    }
    Arrays.sort(cuts);
    double from = 0;
    for (double at : cuts) {
      double gap = gap(line, at);
      offer(line, from, at - gap, piece);
      from = at + gap;
    }
    offer(line, from, DeepParts.last(line), piece);
    return cuts.length;
  }

  /** Whether a straight line crosses a wall away from its gates. */
  boolean crossed(double lonA, double latA, double lonB, double latB) {
    double[] line = {lonA, latA, lonB, latB};
    return blocked(line, walledNear(line)).length > 0;
  }

  /** The same of the walls of some parts. */
  boolean crossed(double lonA, double latA, double lonB, double latB, int[] of) {
    return of.length > 0 && blocked(new double[] {lonA, latA, lonB, latB}, of).length > 0;
  }

  /** The places along a line at which it crosses a wall away from its gates; in no order. */
  private double[] blocked(double[] line, int[] by) {
    double[] found = new double[0];
    for (int part : by) {
      double[] crossings = DeepParts.crossings(DeepParts.of(parts.outline(part), line), line);
      for (double at : crossings) {
        if (!open(part, DeepParts.at(line, at, 0), DeepParts.at(line, at, 1))) {
          found = Arrays.copyOf(found, found.length + 1);
          found[found.length - 1] = at;
        }
      }
    }
    return found;
  }

  private int[] walledNear(double[] line) {
    int[] count = {0};
    int[][] near = {new int[4]};
    parts.touching(
        line,
        part -> {
          if (walled(part)) {
            if (count[0] == near[0].length) {
              near[0] = Arrays.copyOf(near[0], 2 * count[0]);
            }
            near[0][count[0]++] = part;
          }
        });
    return Arrays.copyOf(near[0], count[0]);
  }

  /** Whether a place on a part's wall is at one of its gates. */
  private boolean open(int part, double lon, double lat) {
    for (int gate : gatesOf[part]) {
      if (opens(part, gate, lon, lat)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a gate opens a part's wall at a place: near the line from the gate to the wall. */
  boolean opens(int part, int gate, double lon, double lat) {
    FlatMap flat = parts.outline(part).flat();
    double gx = flat.x(gateLon(gate));
    double gy = flat.y(gateLat(gate));
    double[] onEdge = new double[2];
    parts.outline(part).nearestOfEdge(gx, gy, onEdge);
    return Outline.metresToLine(flat.x(lon), flat.y(lat), gx, gy, onEdge[0], onEdge[1])
        <= GATE_OPENS_METRES;
  }

  /** Whether a street that ends here was cut at a wall. */
  boolean cutEnd(double lon, double lat) {
    boolean[] cut = {false};
    parts.touching(
        lon,
        lat,
        lon,
        lat,
        part -> {
          FlatMap flat = parts.outline(part).flat();
          double away = parts.outline(part).nearestOfEdge(flat.x(lon), flat.y(lat), new double[2]);
          cut[0] |= walled(part) && Math.abs(away - DeepParts.SKIN_METRES) < 2 * CUT_METRES;
        });
    return cut[0];
  }

  private static double gap(double[] line, double at) {
    int i = Math.min((int) at, line.length / 2 - 2);
    double metres =
        SegmentLength.ON_ELLIPSOID.metres(
            line[2 * i], line[2 * i + 1], line[2 * i + 2], line[2 * i + 3]);
    return Math.min(0.25, CUT_METRES / 2 / Math.max(1e-9, metres));
  }

  private static void offer(double[] line, double from, double to, Consumer<double[]> piece) {
    double end = Math.min(to, DeepParts.last(line));
    double start = Math.max(0, from);
    if (!(end > start)) {
      return;
    }
    int first = (int) Math.floor(start) + 1;
    int last = (int) Math.ceil(end) - 1;
    int inner = Math.max(0, last - first + 1);
    double[] points = new double[2 * inner + 4];
    points[0] = DeepParts.at(line, start, 0);
    points[1] = DeepParts.at(line, start, 1);
    if (inner > 0) {
      System.arraycopy(line, 2 * first, points, 2, 2 * inner);
    }
    points[2 * inner + 2] = DeepParts.at(line, end, 0);
    points[2 * inner + 3] = DeepParts.at(line, end, 1);
    piece.accept(points);
  }
}
