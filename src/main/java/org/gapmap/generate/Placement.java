package org.gapmap.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/** Puts the services of a town, and its idle premises, on their places. */
final class Placement {
  private static final int ATTEMPTS = 60;
  private static final int PREMISES_PER_TOWN = 60;
  private static final double PREMISES_APART_METRES = 90;
  private static final List<String> FORMER =
      List.of(
          "原粮站",
          "原托儿所",
          "原锅炉房",
          "原居委会用房",
          "闲置自行车棚",
          "原供销社门市",
          "原职工食堂",
          "原老年活动室",
          "闲置底商",
          "原蔬菜公司门市部",
          "原浴室",
          "原小学校舍",
          "闲置仓库",
          "原派出所用房",
          "原招待所");

  private final TownPlan plan;
  private final Spots spots;
  private final Dice dice;
  private final Set<String> names = new HashSet<>();

  Placement(TownPlan plan, List<SyntheticCommunity> communities, Dice dice) {
    this.plan = plan;
    this.spots = new Spots(plan, communities);
    this.dice = dice;
  }

  List<SyntheticFacility> facilities(ServicePattern pattern) {
    Dice own = dice.fork(pattern.kind);
    Dice sizes = dice.fork(pattern.kind + " sizes");
    int count = (int) Math.max(1, Math.round(pattern.perTown * share()));
    List<Coordinate> taken = new ArrayList<>();
    List<SyntheticFacility> facilities = new ArrayList<>();
    while (facilities.size() < count) {
      ServicePattern.Type type = pattern.type(own);
      String access = access(pattern, type, own);
      Zone zone = pattern.zone(own);
      boolean inside = access.startsWith("仅");
      Coordinate at = apart(taken, pattern.apartMetres, zone, inside, own);
      int capacity = own.below(type.mostCapacity() - type.leastCapacity()) + type.leastCapacity();
      facilities.add(
          new SyntheticFacility(
              pattern,
              at,
              name(spots.nearest(at), type.word()),
              type.word(),
              status(own),
              access,
              pattern.provision(
                  type,
                  pattern == ServicePattern.FITNESS && capacity > 60
                      ? capacity / 10 * 10
                      : capacity,
                  sizes),
              spots.address(at, own)));
    }
    return facilities;
  }

  Grounds grounds(List<SyntheticCommunity> communities) {
    return new Grounds(plan, communities, spots, dice.fork("grounds"));
  }

  List<IdlePremises> premises() {
    Dice own = dice.fork("premises");
    int count = (int) Math.max(1, Math.round(PREMISES_PER_TOWN * share()));
    List<Coordinate> taken = new ArrayList<>();
    List<IdlePremises> premises = new ArrayList<>();
    while (premises.size() < count) {
      Zone zone = Zone.pick(own, 20, 9, 14, 13, 4);
      Coordinate at = apart(taken, PREMISES_APART_METRES, zone, false, own);
      int area = (int) Math.round(60 * StrictMath.exp(own.between(0, 2.3))) / 5 * 5;
      int floor = own.pickWeighted(7, 2, 1) + 1;
      String readiness = own.pick(List.of("可立即使用", "需改造", "需改造", "需腾退", "待确权"));
      double costPerSqm =
          readiness.equals("可立即使用") ? own.between(800, 1500) : own.between(1500, 3200);
      premises.add(
          new IdlePremises(
              at,
              name(spots.nearest(at), own.pick(FORMER)),
              area,
              floor,
              (int) Math.max(5, Math.round(area * costPerSqm / 10_000)),
              own.pick(List.of("区属国有", "街道", "国有企业", "社区集体", "国有企业", "市属国有")),
              readiness,
              own.chance(0.4),
              spots.address(at, own)));
    }
    return premises;
  }

  private double share() {
    return plan.compounds().size() / 300.0;
  }

  private Coordinate apart(
      List<Coordinate> taken, double metres, Zone zone, boolean inside, Dice own) {
    Coordinate best = new Coordinate();
    double farthest = -1;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Coordinate at = inside ? spots.inTheYard(zone, own) : spots.byTheStreet(zone, own);
      double nearest = Double.MAX_VALUE;
      for (Coordinate other : taken) {
        nearest = Math.min(nearest, at.distance(other));
      }
      if (nearest > farthest) {
        farthest = nearest;
        best = at;
      }
      if (nearest >= metres) {
        break;
      }
    }
    taken.add(best);
    return best;
  }

  private String name(SyntheticCommunity near, String word) {
    List<String> candidates =
        List.of(
            near.stem() + word,
            near.name() + word,
            near.subdistrict().name() + near.stem() + word,
            near.subdistrict().name() + near.name() + word);
    for (String candidate : candidates) {
      if (names.add(candidate)) {
        return candidate;
      }
    }
    for (int number = 2; ; number++) {
      String candidate = near.name() + "第" + number + word;
      if (names.add(candidate)) {
        return candidate;
      }
    }
  }

  private static String status(Dice own) {
    return List.of("开放", "在建", "规划", "停业").get(own.pickWeighted(88, 4, 4, 4));
  }

  private static String access(ServicePattern pattern, ServicePattern.Type type, Dice own) {
    return switch (pattern) {
      case FITNESS ->
          type.word().equals("球场")
              ? List.of("对外开放", "分时段对外开放", "仅本小区居民").get(own.pickWeighted(6, 3, 1))
              : List.of("对外开放", "仅本小区居民", "").get(own.pickWeighted(70, 25, 5));
      case CANTEEN -> own.chance(0.06) ? "仅单位职工" : "对外开放";
      case MARKET, HEALTH, CULTURE -> "对外开放";
      default -> own.chance(0.5) ? "对外开放" : "";
    };
  }
}
