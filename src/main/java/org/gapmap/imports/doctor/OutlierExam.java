package org.gapmap.imports.doctor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.imports.FileLook;
import org.gapmap.imports.LayerSpread;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Rows that do not lie where the others do: at 0,0, with swapped axes, far away, out of town. */
final class OutlierExam {
  private static final double NEARLY_ZERO_DEGREES = 0.01;
  private static final double OUT_OF_TOWN_DEGREES_NORTH = 5_000 / 111_000.0;

  private final Places places;
  private final GeometryTally tally;

  OutlierExam(Places places, GeometryTally tally) {
    this.places = places;
    this.tally = tally;
  }

  /**
   * @param city the box around the layers that the city has
   */
  void run(FileLook look, Optional<Envelope> city) {
    Optional<LayerSpread> spread = LayerSpread.ofDegrees(places.placed());
    Optional<Envelope> town = city.map(OutlierExam::withSurroundings);
    for (int i = 0; i < places.size(); i++) {
      int at = i;
      if (isZero(places.fileX(i), places.fileY(i))
          || (places.isPlaced(i) && isZero(places.lon(i), places.lat(i)))) {
        add(GeometryCode.NULL_ISLAND, i, 0, 0);
        continue;
      }
      boolean far =
          !places.isPlaced(i)
              || spread.filter(s -> s.isFar(places.lon(at), places.lat(at))).isPresent();
      if (far) {
        far(look, spread, i);
      } else if (town.filter(t -> !t.contains(places.lon(at), places.lat(at))).isPresent()) {
        add(GeometryCode.OUTSIDE_CITY, i, places.lon(i), places.lat(i));
      }
    }
  }

  private void far(FileLook look, Optional<LayerSpread> spread, int i) {
    Optional<Coordinate> turned =
        look.place(places.fileY(i), places.fileX(i))
            .filter(at -> spread.filter(s -> !s.isFar(at.x, at.y)).isPresent());
    if (turned.isPresent()) {
      add(GeometryCode.AXES_SWAPPED, i, turned.get().x, turned.get().y);
    } else if (places.isPlaced(i)) {
      add(GeometryCode.FAR_AWAY, i, places.lon(i), places.lat(i));
    }
  }

  /** Several rows at one point, which is how an address that nobody found is placed. */
  void samePoints() {
    Map<Long, Integer> first = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      if (!places.isPlaced(i) || isZero(places.lon(i), places.lat(i))) {
        continue;
      }
      long key = Math.round(places.lon(i) * 1e6) * 1_000_000_007L + Math.round(places.lat(i) * 1e6);
      Integer before = first.putIfAbsent(key, i);
      if (before != null) {
        tally.add(
            GeometryCode.SAME_POINT,
            new Preview.GeometryExample(
                places.row(i),
                OptionalInt.of(places.row(before)),
                places.name(i) + " / " + places.name(before),
                OptionalDouble.empty(),
                places.lon(i),
                places.lat(i)));
      }
    }
  }

  private void add(GeometryCode code, int i, double lon, double lat) {
    tally.add(
        code,
        new Preview.GeometryExample(
            places.row(i), OptionalInt.empty(), places.name(i), OptionalDouble.empty(), lon, lat));
  }

  private static Envelope withSurroundings(Envelope city) {
    Envelope town = city.copy();
    double south = Math.max(0.01, Math.cos(Math.toRadians(city.centre().y)));
    town.expandBy(OUT_OF_TOWN_DEGREES_NORTH / south, OUT_OF_TOWN_DEGREES_NORTH);
    return town;
  }

  private static boolean isZero(double x, double y) {
    return Math.abs(x) < NEARLY_ZERO_DEGREES && Math.abs(y) < NEARLY_ZERO_DEGREES;
  }
}
