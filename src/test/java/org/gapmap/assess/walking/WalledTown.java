package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gapmap.geo.Geocentric;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Compounds, gates and streets drawn in metres, for tests. */
final class WalledTown {
  static final FlatMap METRES = FlatMap.at(114.3, 30.6);

  private final List<Geometry> communities = new ArrayList<>();
  private final List<double[]> streets = new ArrayList<>();
  private final List<double[]> privateWays = new ArrayList<>();
  private double[] gates = {};
  private boolean cut = true;
  int cuts;

  WalledTown community(String wktMetres) {
    communities.add(degrees(wktMetres));
    return this;
  }

  WalledTown rectangle(double x0, double y0, double x1, double y1) {
    return community(
        "POLYGON((%s %s,%s %s,%s %s,%s %s,%s %s))"
            .formatted(x0, y0, x1, y0, x1, y1, x0, y1, x0, y0));
  }

  WalledTown gate(double x, double y) {
    gates = Arrays.copyOf(gates, gates.length + 2);
    gates[gates.length - 2] = METRES.lonAt(x);
    gates[gates.length - 1] = METRES.latAt(y);
    return this;
  }

  WalledTown street(double... xy) {
    streets.add(xy);
    return this;
  }

  /** A street in degrees, with a point wherever another one ends on it. */
  private double[] noded(double[] xy) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i + 3 < xy.length; i += 2) {
      List<double[]> between = new ArrayList<>();
      for (double[] other : streets) {
        for (int end : new int[] {0, other.length - 2}) {
          double x = other[end];
          double y = other[end + 1];
          if (Outline.metresToLine(x, y, xy[i], xy[i + 1], xy[i + 2], xy[i + 3]) < 1e-2) {
            between.add(new double[] {x, y});
          }
        }
      }
      double fromX = xy[i];
      double fromY = xy[i + 1];
      points.add(new double[] {fromX, fromY});
      between.sort(Comparator.comparingDouble(p -> Math.hypot(p[0] - fromX, p[1] - fromY)));
      points.addAll(between);
    }
    points.add(new double[] {xy[xy.length - 2], xy[xy.length - 1]});
    double[] line = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      line[2 * i] = lon(points.get(i)[0]);
      line[2 * i + 1] = lat(points.get(i)[1]);
    }
    return line;
  }

  /** Streets every so many metres in both directions, which meet where they cross. */
  WalledTown grid(double from, double to, double step) {
    for (double at = from; at <= to; at += step) {
      int count = (int) Math.round((to - from) / step) + 1;
      double[] east = new double[2 * count];
      double[] north = new double[2 * count];
      for (int k = 0; k < count; k++) {
        east[2 * k] = from + k * step;
        east[2 * k + 1] = at;
        north[2 * k] = at;
        north[2 * k + 1] = from + k * step;
      }
      street(east).street(north);
    }
    return this;
  }

  /** A way that only residents may use; it meets streets at its ends. */
  WalledTown privateWay(double... xy) {
    privateWays.add(xy);
    return this;
  }

  /** Streets run on through walls. */
  WalledTown withoutCutting() {
    cut = false;
    return this;
  }

  Compounds compounds() {
    return compounds(StreetAccess.LIMIT_METRES);
  }

  Compounds compounds(double limitMetres) {
    Walls walls = Walls.of(CompoundParts.of(communities), gates, gate -> false);
    StreetGraphBuilder builder = new StreetGraphBuilder();
    cuts = 0;
    for (int i = 0; i < streets.size(); i++) {
      int street = i;
      if (cut) {
        cuts += walls.cut(noded(streets.get(i)), piece -> builder.add(street, piece, 0));
      } else {
        builder.add(street, noded(streets.get(i)), 0);
      }
    }
    return Compounds.of(
        walls,
        new StreetAccess(builder.build(), edge -> true, limitMetres),
        privateWays.stream().map(this::noded).toList());
  }

  static double lon(double x) {
    return METRES.lonAt(x);
  }

  static double lat(double y) {
    return METRES.latAt(y);
  }

  static double straight(double ax, double ay, double bx, double by) {
    return Geocentric.metres(lon(ax), lat(ay), lon(bx), lat(by));
  }

  /** Metres from a resident of a community to a facility, both at points. */
  static double walk(
      Compounds compounds, int community, double ax, double ay, double bx, double by) {
    Joining joining = new Joining(compounds);
    Joining.Joined resident = joining.resident(community, lon(ax), lat(ay));
    Joining.Joined facility = joining.facility(lon(bx), lat(by));
    return Math.min(
        WalkField.from(compounds.access().graph(), List.of(facility.doors()))
            .metres(resident.doors()),
        Joining.insideMetres(resident, facility));
  }

  static Geometry degrees(String wktMetres) {
    try {
      Geometry shape = new WKTReader().read(wktMetres);
      shape.apply(
          (Coordinate c) -> {
            c.x = METRES.lonAt(c.x);
            c.y = METRES.latAt(c.y);
          });
      shape.geometryChanged();
      return shape;
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
