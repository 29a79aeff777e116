package org.gapmap.generate;

import java.util.List;

/** The parts of the town, each with a grain, an age and a way of living of its own. */
enum Zone {
  /** Inside the ring road, where the wall stood: small blocks, the oldest houses. */
  CORE(1.9, 11, 1985, 5.5),
  /** Beyond the north gate, built up in the eighties and nineties. */
  NORTH(3.0, 7, 1992, 5.5),
  /** Around the old cotton mills: works' own housing. */
  WEST(3.3, 5, 1986, 5),
  /** Across the river: three bridges, few services. */
  SOUTH(3.4, 9, 1994, 5),
  /** The newer quarter: larger blocks, straighter streets. */
  EAST(5.2, 3, 2003, 9);

  private static final List<Zone> ALL = List.of(values());

  /** Area of a typical block between street axes, hectares. */
  final double blockHectares;

  /** How far a street may leave the right angle, degrees. */
  final double skewDegrees;

  final int typicalYear;

  /** Storeys of a typical house. */
  final double storeys;

  Zone(double blockHectares, double skewDegrees, int typicalYear, double storeys) {
    this.blockHectares = blockHectares;
    this.skewDegrees = skewDegrees;
    this.typicalYear = typicalYear;
    this.storeys = storeys;
  }

  /** One of them, each as likely as its weight, in the order above. */
  static Zone pick(Dice dice, double... weights) {
    return ALL.get(dice.pickWeighted(weights));
  }
}
