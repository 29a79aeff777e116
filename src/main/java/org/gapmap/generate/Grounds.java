package org.gapmap.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Polygon;

/** What the land is for on which no surveyed compound stands: parks, and the rest by a plan. */
final class Grounds {
  private static final double LEAST_PARK_SQM = 2_500;
  private static final double MOST_PARK_SQM = 60_000;
  private static final int PARKS_PER_TOWN = 16;
  private static final List<String> OTHER_USES =
      List.of(
          "A2 文化设施用地",
          "A33 中小学用地",
          "A5 医疗卫生用地",
          "B1 商业设施用地",
          "B2 商务设施用地",
          "M1 一类工业用地",
          "S4 交通场站用地",
          "R2 二类居住用地");

  private final List<Park> parks = new ArrayList<>();
  private final List<Parcel> parcels = new ArrayList<>();

  Grounds(TownPlan plan, List<SyntheticCommunity> communities, Spots spots, Dice dice) {
    for (SyntheticCommunity community : communities) {
      parcels.add(new Parcel(community.compound().shape(), "R2 二类居住用地"));
    }
    double share = plan.compounds().size() / 300.0;
    int wanted = (int) Math.max(1, Math.round(PARKS_PER_TOWN * share));
    Set<String> names = new HashSet<>();
    // Fields at the edge of town are among the blocks: parks lie where people live.
    for (Polygon block : plan.otherBlocks()) {
      double area = block.getArea();
      boolean nearHomes = spots.nearHomes(block);
      boolean fits = area >= LEAST_PARK_SQM && area <= MOST_PARK_SQM && nearHomes;
      if (fits && parks.size() < wanted && dice.chance(0.3)) {
        String stem = spots.nearest(block.getCentroid().getCoordinate()).stem();
        String name = stem + "公园";
        if (names.add(name)) {
          parks.add(new Park(block, name, dice.chance(0.9) ? "开放" : "在建"));
          parcels.add(new Parcel(block, "G1 公园绿地"));
          continue;
        }
      }
      if (nearHomes) {
        parcels.add(new Parcel(block, dice.pick(OTHER_USES)));
      }
    }
    parcels.add(new Parcel(Land.common(plan.frame().river(), plan.frame().limits()), "E1 水域"));
  }

  List<Park> parks() {
    return List.copyOf(parks);
  }

  List<Parcel> parcels() {
    return List.copyOf(parcels);
  }
}
