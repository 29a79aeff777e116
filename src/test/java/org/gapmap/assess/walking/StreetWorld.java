package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.gapmap.geo.Geocentric;

/**
 * A little town of random streets, with walks along them worked out the slow way: Floyd and
 * Warshall over every point of every street, knowing nothing of graphs, edges or doors.
 */
final class StreetWorld {
  static final double WEST = 121.5;
  static final double SOUTH = 31.2;
  private static final double EXTENT_DEGREES = 0.006;

  final List<double[]> streets = new ArrayList<>();
  private final SplittableRandom random;
  private final double[][] corners;

  /** A place on a street: which one, on which of its pieces, how far along that, and the leg. */
  record Spot(int street, int piece, double share, double leg) {}

  StreetWorld(long seed, int cornerCount, int streetCount) {
    random = new SplittableRandom(seed);
    corners = new double[cornerCount][];
    Arrays.setAll(corners, i -> anywhere());
    for (int k = 0; k < streetCount; k++) {
      streets.add(street());
    }
    double[] lane = anywhere();
    streets.add(new double[] {corners[0][0], corners[0][1], lane[0], lane[1]});
  }

  private double[] anywhere() {
    return new double[] {
      WEST + random.nextDouble() * EXTENT_DEGREES, SOUTH + random.nextDouble() * EXTENT_DEGREES
    };
  }

  /** Two to five points, mostly corners, which may come again: loops, and there and back. */
  double[] street() {
    double[] line = new double[2 * random.nextInt(2, 6)];
    for (int i = 0; i < line.length; i += 2) {
      double[] point =
          i > 0 && random.nextInt(4) == 0 ? anywhere() : corners[random.nextInt(corners.length)];
      line[i] = point[0];
      line[i + 1] = point[1];
    }
    boolean endless = true;
    for (int i = 2; i < line.length; i++) {
      endless &= line[i] == line[i % 2];
    }
    return endless ? street() : line;
  }

  /** Somewhere on a piece that no other piece lies upon: there its nearest street is that one. */
  Spot spot() {
    while (true) {
      int street = random.nextInt(streets.size());
      int piece = random.nextInt(streets.get(street).length / 2 - 1);
      double[] line = streets.get(street);
      Set<List<Double>> ends = ends(line, 2 * piece);
      if (ends.size() == 2 && streets.stream().mapToInt(one -> times(one, ends)).sum() == 1) {
        return new Spot(street, piece, random.nextDouble(), 50 * random.nextDouble());
      }
    }
  }

  private static int times(double[] line, Set<List<Double>> ends) {
    int times = 0;
    for (int i = 0; i + 2 < line.length; i += 2) {
      times += ends(line, i).equals(ends) ? 1 : 0;
    }
    return times;
  }

  private static Set<List<Double>> ends(double[] line, int at) {
    return new HashSet<>(
        List.of(List.of(line[at], line[at + 1]), List.of(line[at + 2], line[at + 3])));
  }

  double[] lonLat(Spot spot) {
    double[] line = streets.get(spot.street());
    int at = 2 * spot.piece();
    return new double[] {
      line[at] + spot.share() * (line[at + 2] - line[at]),
      line[at + 1] + spot.share() * (line[at + 3] - line[at + 1])
    };
  }

  StreetGraph graph() {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    for (int k = 0; k < streets.size(); k++) {
      builder.add(k, streets.get(k), 0);
    }
    return builder.build();
  }

  /** As a place that lies on the street, its leg as given. */
  static Doors doors(NearestStreet nearest, double[] lonLat, double leg) {
    OnStreet found = nearest.find(lonLat[0], lonLat[1], 0.5);
    if (found == null) {
      throw new AssertionError("no street where one was built");
    }
    return Doors.of(new OnStreet(found.edge(), found.along(), leg));
  }

  /** Metres on foot between all spots, legs included: the slow way. */
  double[][] walks(List<Spot> spots) {
    Map<List<Double>, Integer> points = new HashMap<>();
    List<double[]> pieces = new ArrayList<>();
    for (int k = 0; k < streets.size(); k++) {
      double[] line = streets.get(k);
      for (int i = 0; i + 2 < line.length; i += 2) {
        addPieces(points, pieces, k, i / 2, spots);
      }
    }
    double[][] metres = new double[points.size()][points.size()];
    for (double[] row : metres) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (double[] piece : pieces) {
      int a = (int) piece[0];
      int b = (int) piece[1];
      metres[a][b] = Math.min(metres[a][b], piece[2]);
      metres[b][a] = metres[a][b];
    }
    for (int via = 0; via < metres.length; via++) {
      metres[via][via] = 0;
      for (int a = 0; a < metres.length; a++) {
        for (int b = 0; b < metres.length; b++) {
          metres[a][b] = Math.min(metres[a][b], metres[a][via] + metres[via][b]);
        }
      }
    }
    double[][] walks = new double[spots.size()][spots.size()];
    for (int a = 0; a < walks.length; a++) {
      for (int b = 0; b < walks.length; b++) {
        int from = Objects.requireNonNull(points.get(key(lonLat(spots.get(a)))));
        int to = Objects.requireNonNull(points.get(key(lonLat(spots.get(b)))));
        walks[a][b] = spots.get(a).leg() + metres[from][to] + spots.get(b).leg();
      }
    }
    return walks;
  }

  private void addPieces(
      Map<List<Double>, Integer> points,
      List<double[]> pieces,
      int k,
      int piece,
      List<Spot> spots) {
    double[] line = streets.get(k);
    List<double[]> stops = new ArrayList<>();
    stops.add(new double[] {line[2 * piece], line[2 * piece + 1]});
    spots.stream()
        .filter(spot -> spot.street() == k && spot.piece() == piece)
        .sorted((a, b) -> Double.compare(a.share(), b.share()))
        .forEach(spot -> stops.add(lonLat(spot)));
    stops.add(new double[] {line[2 * piece + 2], line[2 * piece + 3]});
    for (int i = 0; i + 1 < stops.size(); i++) {
      double[] a = stops.get(i);
      double[] b = stops.get(i + 1);
      int from = points.computeIfAbsent(key(a), key -> points.size());
      int to = points.computeIfAbsent(key(b), key -> points.size());
      pieces.add(new double[] {from, to, Geocentric.metres(a[0], a[1], b[0], b[1])});
    }
  }

  private static List<Double> key(double[] lonLat) {
    return List.of(lonLat[0], lonLat[1]);
  }
}
