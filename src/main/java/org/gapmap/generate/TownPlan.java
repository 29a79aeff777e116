package org.gapmap.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The town as land: which blocks are homes, and the streets between them. The others are parks,
 * works, offices, markets and fields at the edge; they stay blank, as on an office's map of
 * compounds.
 *
 * @param otherBlocks drawn back from the streets, built upon but not with homes
 */
record TownPlan(
    TownFrame frame,
    List<Subdistrict> subdistricts,
    List<Street> streets,
    List<Compound> compounds,
    List<Polygon> otherBlocks,
    List<Neighbourhood> neighbourhoods) {
  private static final double LEAST_SQM = 8_500;
  private static final double MOST_SQM = 80_000;

  private static final double LARGE_SQM = 30_000;
  private static final double COARSEST = 1.7;
  private static final double FINEST = 0.4;

  /** Homes are on at most this share of the blocks that could take them. */
  private static final double RESIDENTIAL_SHARE = 0.62;

  /** A block drawn back from the streets, before somebody decides what stands on it. */
  record Lot(Block block, Polygon shape) {}

  static TownPlan of(long seed, int communities) {
    Dice dice = new Dice(seed);
    TownFrame frame = TownFrame.of(dice.fork("frame"), StrictMath.sqrt(communities / 300.0));
    double grain = COARSEST;
    while (grain > FINEST) {
      StreetPlan plan = StreetPlan.of(frame, dice.fork("streets"), grain);
      BlockEdges edges = new BlockEdges(plan.streets());
      List<Lot> homes = new ArrayList<>();
      List<Polygon> others = new ArrayList<>();
      for (Block block : plan.blocks()) {
        Polygon shape = edges.drawnBack(block.outline());
        if (shape.getArea() >= LEAST_SQM && shape.getArea() <= MOST_SQM) {
          homes.add(new Lot(block, shape));
        } else if (!shape.isEmpty()) {
          others.add(shape);
        }
      }
      double enough = homes.size() * RESIDENTIAL_SHARE / communities;
      if (enough >= 1) {
        return settled(frame, plan, homes, others, dice, communities);
      }
      grain *= Math.max(0.8, Math.min(0.97, enough));
    }
    throw new IllegalStateException("no room for " + communities + " communities, seed " + seed);
  }

  private static TownPlan settled(
      TownFrame frame,
      StreetPlan plan,
      List<Lot> lots,
      List<Polygon> others,
      Dice dice,
      int communities) {
    List<Lot> byChoice = new LandUse(frame, dice.fork("land use")).mostResidentialFirst(lots);
    for (Lot lot : byChoice.subList(communities, byChoice.size())) {
      others.add(lot.shape());
    }
    List<Street> streets = new ArrayList<>(plan.streets());
    List<Compound> compounds =
        shaped(byChoice.subList(0, communities), streets, dice.fork("compounds"));
    return new TownPlan(
        frame,
        plan.subdistricts(),
        StreetNet.noded(streets),
        compounds,
        List.copyOf(others),
        NeighbourhoodPlan.of(plan.subdistricts(), compounds));
  }

  private static List<Compound> shaped(List<Lot> homes, List<Street> streets, Dice dice) {
    List<Lot> inOrder = new ArrayList<>(homes);
    inOrder.sort(
        Comparator.comparingInt((Lot lot) -> lot.block().family())
            .thenComparing(lot -> lot.shape().getCentroid().getCoordinate()));
    CompoundShaper shaper = new CompoundShaper(dice);
    StreetNames names = new StreetNames(dice.fork("lanes"));
    List<Compound> compounds = new ArrayList<>();
    for (Lot lot : inOrder) {
      Polygon worn = shaper.worn(lot.shape(), LEAST_SQM);
      Geometry shape = worn;
      boolean large = worn.getArea() > LARGE_SQM;
      if (large && dice.chance(0.2)) {
        shape = shaper.withYard(worn);
      } else if (large && dice.chance(0.2)) {
        LineString lane = shaper.laneAcross(worn, lot.block().outline());
        Geometry parts = CompoundShaper.parted(worn, lane);
        if (parts.getNumGeometries() == 2) {
          shape = parts;
          streets.add(new Street(lane, StreetClass.LANE, names.next(StreetClass.LANE)));
        }
      }
      compounds.add(new Compound(shape, lot.block().zone(), lot.block().family()));
    }
    return compounds;
  }
}
