package org.gapmap.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Which blocks are homes: parks by the river and on the hill, mills in the west, shops and offices
 * where the main roads cross, and fields at the edge push them elsewhere.
 */
final class LandUse {
  private record Pull(Coordinate at, double reachMetres, double strength) {}

  private final TownFrame frame;
  private final Dice dice;
  private final List<Pull> pulls = new ArrayList<>();

  LandUse(TownFrame frame, Dice dice) {
    this.frame = frame;
    this.dice = dice;
    pull(-120, 380, 260, 0.9);
    pull(-150 + dice.around(300), -480, 260, 0.8);
    pull(-2150, -150 + dice.around(500), 420, 1.1);
    pull(-1250 + dice.around(100), 900 + dice.around(200), 240, 0.8);
    pull(1750 + dice.around(200), 900 + dice.around(300), 260, 0.7);
    pull(600 + dice.around(200), 1900, 330, 0.9);
    pull(-700 + dice.around(200), -1750, 300, 0.9);
    pull(1000 + dice.around(300), -1250, 260, 0.8);
    for (int i = 0; i < 5; i++) {
      pull(dice.between(-1900, 1900), dice.between(-1700, 1900), 190, 0.8);
    }
  }

  List<TownPlan.Lot> mostResidentialFirst(List<TownPlan.Lot> lots) {
    record Weighed(TownPlan.Lot lot, double against) {}
    List<Weighed> weighed = new ArrayList<>();
    for (TownPlan.Lot lot : lots) {
      weighed.add(new Weighed(lot, against(lot.shape())));
    }
    weighed.sort(Comparator.comparingDouble(Weighed::against));
    return weighed.stream().map(Weighed::lot).toList();
  }

  private double against(Polygon lot) {
    Coordinate at = lot.getCentroid().getCoordinate();
    double against = dice.between(0, 0.55) + lot.getArea() / 400_000;
    for (Pull pull : pulls) {
      double ratio = at.distance(pull.at()) / pull.reachMetres();
      against += pull.strength() * StrictMath.exp(-ratio * ratio);
    }
    double toEdge = frame.builtUp().getExteriorRing().distance(lot) / frame.scale();
    return against + 0.6 * StrictMath.exp(-toEdge / 90);
  }

  private void pull(double x, double y, double reach, double strength) {
    double scale = frame.scale();
    pulls.add(new Pull(new Coordinate(x * scale, y * scale), reach * scale, strength));
  }
}
