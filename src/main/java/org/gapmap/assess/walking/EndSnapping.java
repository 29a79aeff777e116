package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves ends of lines together: to the nearest place where an earlier line ends, else onto the
 * nearest other line. For one thread.
 */
final class EndSnapping {
  /** Ends of all lines that were made one place. */
  private static final class Place {
    final double lon;
    final double lat;
    final List<int[]> ends = new ArrayList<>(2);
    boolean fixed;
    double finalLon;
    double finalLat;

    /** A place beside it that is too far to be one with it. */
    @Nullable Place linked;

    Place(double lon, double lat) {
      this.lon = lon;
      this.lat = lat;
    }
  }

  private final LineTable lines;
  private final double tolerance;
  private final SegmentGrid grid;
  private final FlatScale scale;
  private final double side;
  private final Map<Long, List<Place>> places = new HashMap<>();
  private final Place[] startPlace;
  private final Place[] endPlace;
  private int moved;
  private double farthest;

  EndSnapping(LineTable lines, double tolerance) {
    this.lines = lines;
    this.tolerance = tolerance;
    this.grid = new SegmentGrid(lines);
    this.scale = grid.scale();
    // Drawn at one place is one place, whatever the tolerance.
    this.side = Math.max(tolerance, 0.001);
    this.startPlace = new Place[lines.count()];
    this.endPlace = new Place[lines.count()];
  }

  int moved() {
    return moved;
  }

  double farthestMetres() {
    return farthest;
  }

  void run() {
    List<Place> all = new ArrayList<>();
    for (boolean fixed : new boolean[] {true, false}) {
      for (int line = 0; line < lines.count(); line++) {
        if (lines.isFixed(line) == fixed) {
          double[] points = lines.points(line);
          startPlace[line] = place(all, line, 0, fixed ? 0 : tolerance, fixed);
          endPlace[line] = place(all, line, points.length - 2, fixed ? 0 : tolerance, fixed);
        }
      }
    }
    for (Place place : all) {
      settle(place);
    }
    lines.putIn();
    for (Place place : all) {
      if (place.linked != null) {
        for (int[] end : place.ends) {
          lines.extend(end[0], end[1] == 0, place.linked.finalLon, place.linked.finalLat);
        }
      }
    }
  }

  private Place place(List<Place> all, int line, int at, double within, boolean fixed) {
    double lon = lines.points(line)[at];
    double lat = lines.points(line)[at + 1];
    double x = scale.x(lon);
    double y = scale.y(lat);
    Place best = null;
    double least = within;
    long column = (long) Math.floor(x / side);
    long row = (long) Math.floor(y / side);
    for (long r = row - 1; r <= row + 1; r++) {
      for (long c = column - 1; c <= column + 1; c++) {
        for (Place place : places.getOrDefault(key(c, r), List.of())) {
          double metres = Math.hypot(scale.x(place.lon) - x, scale.y(place.lat) - y);
          if (metres <= least && (best == null || metres < least)) {
            best = place;
            least = metres;
          }
        }
      }
    }
    if (best == null) {
      best = new Place(lon, lat);
      all.add(best);
      places.computeIfAbsent(key(column, row), k -> new ArrayList<>(1)).add(best);
    }
    best.fixed |= fixed;
    best.ends.add(new int[] {line, at});
    return best;
  }

  /** Two cells may share one: distances decide. */
  private static long key(long column, long row) {
    return column * 0x9E37_79B9_7F4A_7C15L + row * 0xC2B2_AE3D_27D4_EB4FL;
  }

  /** Brings the ends of a place together, on another line where one runs by. */
  private void settle(Place place) {
    double lon = place.lon;
    double lat = place.lat;
    if (!place.fixed) {
      Foot foot = foot(place);
      place.linked = foot == null ? null : ending(foot);
      if (foot != null && place.linked == null) {
        lon = foot.lon;
        lat = foot.lat;
        if (foot.share > 0 && foot.share < 1) {
          lines.insert(foot.line, foot.segment, foot.share, lon, lat);
        }
      }
    }
    place.finalLon = lon;
    place.finalLat = lat;
    for (int[] end : place.ends) {
      double[] points = lines.points(end[0]);
      double metres =
          Math.hypot(
              scale.x(lon) - scale.x(points[end[1]]), scale.y(lat) - scale.y(points[end[1] + 1]));
      points[end[1]] = lon;
      points[end[1] + 1] = lat;
      if (metres > 0.001) {
        moved++;
        farthest = Math.max(farthest, metres);
      }
    }
  }

  /** The place of a line's own end, which may move. */
  private @Nullable Place ending(Foot foot) {
    if (foot.share == 0 && foot.segment == 0) {
      return startPlace[foot.line];
    }
    boolean last = foot.segment == lines.points(foot.line).length / 2 - 2;
    return foot.share == 1 && last ? endPlace[foot.line] : null;
  }

  /** Where a place comes to lie on a line. */
  private record Foot(int line, int segment, double share, double lon, double lat) {}

  private @Nullable Foot foot(Place place) {
    double x = scale.x(place.lon);
    double y = scale.y(place.lat);
    double[] least = {tolerance};
    int[] best = {-1};
    grid.near(
        x,
        y,
        tolerance,
        s -> {
          double metres = metres(s, x, y);
          if (metres <= least[0] && (best[0] < 0 || metres < least[0]) && mayJoin(place, s)) {
            least[0] = metres;
            best[0] = s;
          }
        });
    if (best[0] < 0) {
      return null;
    }
    int s = best[0];
    double[] points = lines.points(grid.line[s]);
    int at = 2 * grid.segment[s];
    double share = share(s, x, y);
    // An end that has come to lie beside a point of the line means that point.
    double toStart = Math.hypot(x - grid.xy[4 * s], y - grid.xy[4 * s + 1]);
    double toEnd = Math.hypot(x - grid.xy[4 * s + 2], y - grid.xy[4 * s + 3]);
    share = share == 0 || toStart <= Math.min(toEnd, Math.min(tolerance, 0.01)) ? 0 : share;
    share = share == 1 || toEnd <= Math.min(tolerance, 0.01) ? 1 : share;
    return new Foot(
        grid.line[s],
        grid.segment[s],
        share,
        share == 0
            ? points[at]
            : share == 1 ? points[at + 2] : points[at] + share * (points[at + 2] - points[at]),
        share == 0
            ? points[at + 1]
            : share == 1
                ? points[at + 3]
                : points[at + 1] + share * (points[at + 3] - points[at + 1]));
  }

  private double share(int s, double x, double y) {
    double dx = grid.xy[4 * s + 2] - grid.xy[4 * s];
    double dy = grid.xy[4 * s + 3] - grid.xy[4 * s + 1];
    double along = (x - grid.xy[4 * s]) * dx + (y - grid.xy[4 * s + 1]) * dy;
    double square = dx * dx + dy * dy;
    return square == 0 ? 0 : Math.max(0, Math.min(1, along / square));
  }

  private double metres(int s, double x, double y) {
    double share = share(s, x, y);
    return Math.hypot(
        grid.xy[4 * s] + share * (grid.xy[4 * s + 2] - grid.xy[4 * s]) - x,
        grid.xy[4 * s + 1] + share * (grid.xy[4 * s + 3] - grid.xy[4 * s + 1]) - y);
  }

  /**
   * Not onto a line that ends in the place itself. A street on the ground that ends below a bridge
   * does not climb it; a bridge that ends at a street comes down to it.
   */
  private boolean mayJoin(Place place, int s) {
    int onto = grid.line[s];
    boolean fits = false;
    for (int[] end : place.ends) {
      if (end[0] == onto) {
        return false;
      }
      fits |= lines.level(onto) == 0 || lines.level(end[0]) == lines.level(onto);
    }
    return fits;
  }
}
