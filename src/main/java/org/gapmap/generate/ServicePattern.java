package org.gapmap.generate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.domain.Provision;

/**
 * The kinds of the demonstration that are points: how many a town of 300 communities has, and
 * where. The numbers are chosen so that the map shows the shortages a planner knows: canteens in
 * the core, childcare in the newer east, little of anything across the river.
 */
enum ServicePattern {
  CANTEEN("elderly_canteen", 21, 330, 13, 2.4, 3, 1.2, 2),
  FITNESS("fitness", 66, 120, 17, 10, 12, 7, 13),
  CHILDCARE("childcare", 58, 150, 15, 9, 7, 3, 16),
  KINDERGARTEN("kindergarten", 50, 240, 15, 8, 8, 7, 9),
  DAY_CARE("elderly_day_care", 32, 260, 12, 4, 6, 2, 4),
  HEALTH("community_health_station", 34, 280, 11, 5, 7, 4, 5),
  CULTURE("culture_station", 19, 330, 8, 3, 4, 1, 3),
  MARKET("food_market", 21, 380, 9, 3, 3, 3, 2),
  PRIMARY_SCHOOL("primary_school", 23, 420, 8, 5, 5, 4, 5);

  /** A word for a subtype, how likely it is, and the least and most of its capacity. */
  record Type(String word, double weight, int leastCapacity, int mostCapacity) {}

  /** The id in the catalogue of kinds. */
  final String kind;

  final int perTown;
  final double apartMetres;

  // How many go to each zone, relative to the others.
  private final double core;
  private final double north;
  private final double west;
  private final double south;
  private final double east;

  ServicePattern(
      String kind,
      int perTown,
      double apartMetres,
      double core,
      double north,
      double west,
      double south,
      double east) {
    this.kind = kind;
    this.perTown = perTown;
    this.apartMetres = apartMetres;
    this.core = core;
    this.north = north;
    this.west = west;
    this.south = south;
    this.east = east;
  }

  Zone zone(Dice dice) {
    return Zone.pick(dice, core, north, west, south, east);
  }

  Type type(Dice dice) {
    List<Type> types = types();
    return types.get(dice.pickWeighted(types.stream().mapToDouble(Type::weight).toArray()));
  }

  private List<Type> types() {
    return switch (this) {
      case CANTEEN ->
          List.of(
              new Type("长者食堂", 5, 50, 160),
              new Type("助餐点", 4, 10, 36),
              new Type("社区食堂", 2, 80, 220));
      case FITNESS ->
          List.of(
              new Type("健身苑", 5, 110, 750),
              new Type("球场", 2, 420, 1310),
              new Type("健身点", 3, 6, 18));
      case CHILDCARE ->
          List.of(
              new Type("托育园", 6, 40, 120),
              new Type("托儿所", 2, 30, 80),
              new Type("幼儿园托班", 3, 20, 40));
      case KINDERGARTEN -> List.of(new Type("幼儿园", 1, 150, 360));
      case DAY_CARE -> List.of(new Type("日间照料中心", 1, 15, 60));
      case HEALTH -> List.of(new Type("社区卫生服务站", 1, 100, 270));
      case CULTURE -> List.of(new Type("文化活动站", 1, 150, 560));
      case MARKET -> List.of(new Type("菜市场", 3, 900, 2400), new Type("生鲜超市", 1, 400, 900));
      case PRIMARY_SCHOOL -> List.of(new Type("小学", 1, 540, 1440));
    };
  }

  /**
   * What a list says of the size: some leave out the capacity, some the areas, and some places are
   * smaller than GB 50180 wants them.
   */
  Provision provision(Type type, int capacity, Dice dice) {
    boolean capacityKnown = dice.chance(0.92);
    boolean areasKnown = dice.chance(0.88);
    double floor = floorSqm(capacity, dice);
    double land = landSqm(type, capacity, dice);
    return new Provision(
        capacityKnown ? OptionalInt.of(capacity) : OptionalInt.empty(),
        areasKnown && floor > 0 ? OptionalDouble.of(Math.rint(floor)) : OptionalDouble.empty(),
        areasKnown && land > 0 ? OptionalDouble.of(Math.rint(land)) : OptionalDouble.empty());
  }

  /** 0 where the kind has no floor of its own. */
  private double floorSqm(int capacity, Dice dice) {
    return switch (this) {
      case CANTEEN -> capacity * dice.between(1.8, 3.2);
      case FITNESS -> 0;
      case CHILDCARE -> capacity * dice.between(7, 12);
      case KINDERGARTEN -> capacity * dice.between(9, 13);
      case DAY_CARE -> capacity * dice.between(10, 22);
      // Their capacity is their floor.
      case HEALTH, CULTURE, MARKET -> capacity;
      case PRIMARY_SCHOOL -> capacity * dice.between(6, 9);
    };
  }

  /** 0 where the kind has no land of its own. */
  private double landSqm(Type type, int capacity, Dice dice) {
    return switch (this) {
      case FITNESS -> type.word().equals("健身点") ? capacity * dice.between(6, 12) : capacity;
      case KINDERGARTEN -> capacity * dice.between(13, 18);
      case PRIMARY_SCHOOL -> capacity * dice.between(14, 20);
      default -> 0;
    };
  }
}
