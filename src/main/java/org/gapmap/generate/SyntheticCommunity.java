package org.gapmap.generate;

/**
 * A compound with its people.
 *
 * @param stem the part of the name that places nearby share: 仓桥 of 仓桥小区二期
 * @param elderly residents of 60 and over
 */
record SyntheticCommunity(
    Compound compound,
    String name,
    String stem,
    Subdistrict subdistrict,
    int buildYear,
    int households,
    int residents,
    int elderly) {

  /** Under 3: the share falls with age of the houses, from 3.4 to 1.1 in a hundred. */
  int children() {
    double share = 0.011 + 0.023 * Math.min(1, Math.max(0, (buildYear - 1975) / 40.0));
    return (int) Math.round(residents * share);
  }

  /** 3 to 5. */
  int preschoolers() {
    return (int) Math.round(children() * 1.15);
  }

  /** 6 to 11. */
  int pupils() {
    return (int) Math.round(children() * 2.4);
  }

  double areaSqm() {
    return compound.shape().getArea();
  }
}
