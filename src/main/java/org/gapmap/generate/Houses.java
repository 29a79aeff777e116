package org.gapmap.generate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Sets the houses of a compound in rows. Their households add up to the compound's. */
final class Houses {
  private static final int MOST = 30;
  private static final int HOUSEHOLDS_EACH = 36;
  private static final double FROM_FENCE_METRES = 9;

  private final Dice dice;

  Houses(Dice dice) {
    this.dice = dice;
  }

  List<House> of(SyntheticCommunity community) {
    int wanted =
        Math.max(1, Math.min(MOST, Math.round(community.households() / (float) HOUSEHOLDS_EACH)));
    List<Coordinate> places = rows(community.compound().shape(), wanted);
    double homeSqm = community.buildYear() <= 2000 ? dice.between(62, 84) : dice.between(88, 112);
    int storeys = (int) Math.round(community.compound().zone().storeys);
    boolean counted = dice.chance(0.8);
    List<House> houses = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      // The whole of it so far, less what the houses before have.
      int households =
          community.households() * (i + 1) / places.size()
              - community.households() * i / places.size();
      houses.add(
          new House(
              places.get(i),
              i + 1,
              dice.chance(0.07) ? "商住" : "住宅",
              counted ? households : 0,
              (int) Math.round(households * homeSqm * dice.between(0.97, 1.03)),
              Math.max(2, storeys + dice.below(3) - 1)));
    }
    return houses;
  }

  /** Places inside, on a grid as wide as gives about the wanted number; at least one. */
  private List<Coordinate> rows(Geometry shape, int wanted) {
    Geometry inner = shape.buffer(-FROM_FENCE_METRES);
    if (inner.isEmpty()) {
      return List.of(shape.getInteriorPoint().getCoordinate());
    }
    IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(inner);
    Envelope box = inner.getEnvelopeInternal();
    double step = StrictMath.sqrt(inner.getArea() / wanted);
    List<Coordinate> places = new ArrayList<>();
    for (double y = box.getMinY() + step / 2; y < box.getMaxY(); y += step) {
      for (double x = box.getMinX() + step / 2; x < box.getMaxX(); x += step) {
        Coordinate at = new Coordinate(x + dice.around(step / 8), y + dice.around(step / 8));
        if (inside.locate(at) == Location.INTERIOR) {
          places.add(at);
        }
      }
    }
    return places.isEmpty() ? List.of(inner.getInteriorPoint().getCoordinate()) : places;
  }
}
