package org.gapmap.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;

/**
 * What lies in a city already, as lines and points in degrees, to measure how near other places are
 * to it. Immutable once built; metres of a {@link LocalPlane} at its middle.
 */
public final class NearbyLayers {
  private static final double CELL_METRES = 200;

  /** Farther than this the distance to the whole extent is given instead, at least this. */
  static final double SEEN_METRES = 1_000;

  /** Streets say nothing of places farther from all of them. */
  static final double NEAR_METRES = 1_500;

  private static final int MOST_PIECES = 400_000;

  private final Optional<LocalPlane> plane;
  private final Envelope extent;
  private final double[] pieces;
  private final Map<Long, int[]> cells;
  private final Map<String, List<Integer>> named;
  private final Envelope streets = new Envelope();
  private final NamedShapes areas = new NamedShapes();
  private final NamedShapes communities = new NamedShapes();

  private NearbyLayers(Builder builder) {
    this.plane =
        builder.degrees.isNull()
            ? Optional.empty()
            : Optional.of(LocalPlane.atCentreOf(builder.degrees));
    List<double[]> all = new ArrayList<>();
    this.named = new HashMap<>();
    for (Builder.Line line : builder.lines) {
      List<double[]> parts = plane.map(p -> parts(p, line.lonLat)).orElse(List.of());
      parts.forEach(
          part -> streets.expandToInclude(new Envelope(part[0], part[2], part[1], part[3])));
      for (double[] part : parts) {
        if (all.size() < MOST_PIECES) {
          if (!line.name.isEmpty()) {
            named.computeIfAbsent(line.name, n -> new ArrayList<>()).add(all.size());
          }
          all.add(part);
        }
      }
    }
    plane.ifPresent(
        p -> {
          builder.communities.forEach(named -> communities.add(named.name, named.shape, p));
          builder.areas.forEach(named -> areas.add(named.name, named.shape, p));
          // Borders of districts are where nothing is: they only serve where there is nothing else.
          if (all.isEmpty()) {
            builder.areas.forEach(
                area -> rings(area.shape).forEach(ring -> all.addAll(parts(p, ring))));
          }
        });
    this.pieces = new double[4 * all.size()];
    this.extent = new Envelope();
    Map<Long, List<Integer>> found = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      double[] p = all.get(i);
      System.arraycopy(p, 0, pieces, 4 * i, 4);
      Envelope box = new Envelope(p[0], p[2], p[1], p[3]);
      extent.expandToInclude(box);
      for (int cx = cell(box.getMinX()); cx <= cell(box.getMaxX()); cx++) {
        for (int cy = cell(box.getMinY()); cy <= cell(box.getMaxY()); cy++) {
          found.computeIfAbsent(key(cx, cy), k -> new ArrayList<>()).add(i);
        }
      }
    }
    this.cells = new HashMap<>();
    found.forEach((k, v) -> cells.put(k, v.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** Collects lines and points. */
  public static final class Builder {
    private record Line(double[] lonLat, String name) {}

    private record Named(Geometry shape, String name) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Named> communities = new ArrayList<>();
    private final List<Named> areas = new ArrayList<>();
    private final Envelope degrees = new Envelope();

    /**
     * @param lonLat longitude and latitude in turn; one pair is a point
     * @param name of a street, to be looked for in addresses; empty for none
     */
    public Builder line(double[] lonLat, String name) {
      for (int i = 0; i + 1 < lonLat.length; i += 2) {
        if (!(Math.abs(lonLat[i]) <= 180 && Math.abs(lonLat[i + 1]) <= 90)) {
          return this;
        }
      }
      for (int i = 0; i + 1 < lonLat.length; i += 2) {
        degrees.expandToInclude(lonLat[i], lonLat[i + 1]);
      }
      lines.add(new Line(lonLat.clone(), name.strip()));
      return this;
    }

    /** A community, in degrees; also its border is something to be near. */
    public Builder community(Geometry shape, String name) {
      rings(shape).forEach(ring -> line(ring, ""));
      communities.add(new Named(shape, name.strip()));
      return this;
    }

    /** An administrative area, in degrees. */
    public Builder area(Geometry shape, String name) {
      Envelope box = shape.getEnvelopeInternal();
      if (new Envelope(-180, 180, -90, 90).contains(box)) {
        degrees.expandToInclude(box);
        areas.add(new Named(shape, name.strip()));
      }
      return this;
    }

    public NearbyLayers build() {
      return new NearbyLayers(this);
    }
  }

  private static List<double[]> rings(Geometry shape) {
    List<double[]> rings = new ArrayList<>();
    shape.apply(
        (GeometryComponentFilter)
            part -> {
              if (part instanceof LineString line) {
                double[] lonLat = new double[2 * line.getNumPoints()];
                for (int i = 0; i < line.getNumPoints(); i++) {
                  lonLat[2 * i] = line.getCoordinateN(i).x;
                  lonLat[2 * i + 1] = line.getCoordinateN(i).y;
                }
                rings.add(lonLat);
              }
            });
    rings.removeIf(ring -> ring.length < 4);
    return rings;
  }

  private static List<double[]> parts(LocalPlane plane, double[] lonLat) {
    List<double[]> parts = new ArrayList<>();
    double[] a = new double[2];
    double[] b = new double[2];
    plane.project(lonLat[0], lonLat[1], a, 0);
    if (lonLat.length < 4) {
      parts.add(new double[] {a[0], a[1], a[0], a[1]});
    }
    for (int i = 2; i + 1 < lonLat.length; i += 2) {
      plane.project(lonLat[i], lonLat[i + 1], b, 0);
      int n = (int) Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / CELL_METRES);
      for (int k = 0; k < Math.max(1, n); k++) {
        double t = (double) k / Math.max(1, n);
        double u = (double) (k + 1) / Math.max(1, n);
        parts.add(
            new double[] {
              a[0] + t * (b[0] - a[0]),
              a[1] + t * (b[1] - a[1]),
              a[0] + u * (b[0] - a[0]),
              a[1] + u * (b[1] - a[1])
            });
      }
      a[0] = b[0];
      a[1] = b[1];
    }
    return parts;
  }

  public boolean isEmpty() {
    return pieces.length == 0;
  }

  boolean isStreet(String name) {
    return named.containsKey(name);
  }

  NamedShapes communities() {
    return communities;
  }

  NamedShapes areas() {
    return areas;
  }

  /** Metres to the box around all but areas. */
  double toStreets(double x, double y) {
    return streets.isNull() ? Double.POSITIVE_INFINITY : streets.distance(new Envelope(x, x, y, y));
  }

  /** Metres of a place, in the plane of all distances here. */
  double[] metres(double lon, double lat) {
    double[] xy = new double[2];
    plane.ifPresent(p -> p.project(lon, lat, xy, 0));
    return xy;
  }

  /** Metres to the nearest line or point; beyond 1 km those to the extent of all, at least 1 km. */
  double distance(double x, double y) {
    int cx = cell(x);
    int cy = cell(y);
    double best = Double.POSITIVE_INFINITY;
    int rings = (int) (SEEN_METRES / CELL_METRES);
    for (int ring = 0; ring <= rings && best > (ring - 1) * CELL_METRES; ring++) {
      for (int i = -ring; i <= ring; i++) {
        for (int j = -ring; j <= ring; j++) {
          if (Math.max(Math.abs(i), Math.abs(j)) == ring) {
            for (int piece : cells.getOrDefault(key(cx + i, cy + j), new int[0])) {
              best = Math.min(best, toPiece(piece, x, y));
            }
          }
        }
      }
    }
    return best <= SEEN_METRES ? best : Math.max(SEEN_METRES, toExtent(x, y));
  }

  double toExtent(double x, double y) {
    return extent.distance(new Envelope(x, x, y, y));
  }

  /** Metres to the lines of one name. */
  double distanceTo(String name, double x, double y) {
    return named.getOrDefault(name, List.of()).stream()
        .mapToDouble(piece -> toPiece(piece, x, y))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Whether a place lies where things are known all around it. */
  boolean covers(double x, double y) {
    int known = 0;
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        known += cells.containsKey(key(cell(x) + i, cell(y) + j)) ? 1 : 0;
      }
    }
    return known >= 7;
  }

  private double toPiece(int piece, double x, double y) {
    double ax = pieces[4 * piece];
    double ay = pieces[4 * piece + 1];
    double dx = pieces[4 * piece + 2] - ax;
    double dy = pieces[4 * piece + 3] - ay;
    double squared = dx * dx + dy * dy;
    double t = squared == 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / squared;
    double clamped = Math.max(0, Math.min(1, t));
    return Math.hypot(x - ax - clamped * dx, y - ay - clamped * dy);
  }

  /** The median of distances of places in degrees; NaN where nothing is there, or no place. */
  public double medianDistance(double[] lonLat) {
    if (isEmpty() || lonLat.length == 0) {
      return Double.NaN;
    }
    double[] distances = new double[lonLat.length / 2];
    for (int i = 0; i < distances.length; i++) {
      double[] xy = metres(lonLat[2 * i], lonLat[2 * i + 1]);
      distances[i] = distance(xy[0], xy[1]);
    }
    Arrays.sort(distances);
    return distances[distances.length / 2];
  }

  private static int cell(double metres) {
    return (int) Math.floor(metres / CELL_METRES);
  }

  private static long key(int x, int y) {
    return ((long) x << 32) ^ (y & 0xFFFFFFFFL);
  }
}
