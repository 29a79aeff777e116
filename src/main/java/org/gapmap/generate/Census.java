package org.gapmap.generate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Point;

/**
 * Who lives in the compounds: households from floor area, residents from households, and the older
 * the houses, the older the people.
 */
final class Census {
  private static final int OLDEST = 1972;
  private static final int NEWEST = 2014;

  /** The cut-off of the national renovation programme: built before the end of 2000. */
  private static final int OLD_UNTIL = 2000;

  private final TownPlan plan;
  private final Dice dice;
  private final CommunityNames names;

  private Census(TownPlan plan, Dice dice) {
    this.plan = plan;
    this.dice = dice;
    this.names = new CommunityNames(dice.fork("names"));
  }

  static List<SyntheticCommunity> of(TownPlan plan, Dice dice) {
    return new Census(plan, dice).count();
  }

  private List<SyntheticCommunity> count() {
    List<Compound> compounds = plan.compounds();
    List<SyntheticCommunity> communities = new ArrayList<>();
    for (int i = 0; i < compounds.size(); ) {
      Compound first = compounds.get(i);
      int neighbours = 1;
      while (neighbours < 3
          && i + neighbours < compounds.size()
          && compounds.get(i + neighbours).family() == first.family()
          && compounds.get(i + neighbours).zone() == first.zone()) {
        neighbours++;
      }
      int estate = neighbours > 1 && dice.chance(0.3) ? neighbours : 1;
      int year = buildYear(first.zone());
      for (CommunityNames.Name name : names.next(first.zone(), estate)) {
        communities.add(community(compounds.get(i++), name, year));
        year = Math.min(NEWEST, year + 1 + dice.below(4));
      }
    }
    return communities;
  }

  private int buildYear(Zone zone) {
    int year = zone.typicalYear + (int) Math.round(dice.around(13));
    return Math.max(OLDEST, Math.min(NEWEST, year));
  }

  private SyntheticCommunity community(Compound compound, CommunityNames.Name name, int year) {
    boolean old = year <= OLD_UNTIL;
    double storeys = compound.zone().storeys + dice.around(1.2);
    double floorSqm = compound.shape().getArea() * storeys * dice.between(0.19, 0.27);
    double homeSqm = old ? dice.between(62, 84) : dice.between(88, 112);
    int households = (int) Math.round(floorSqm / homeSqm);
    int residents = (int) Math.round(households * dice.between(old ? 2.42 : 2.6, old ? 2.9 : 3.08));
    double elderlyShare = old ? dice.between(0.255, 0.395) : dice.between(0.12, 0.235);
    return new SyntheticCommunity(
        compound,
        name.whole(),
        name.stem(),
        subdistrictOf(compound),
        year,
        households,
        residents,
        (int) Math.round(residents * elderlyShare));
  }

  private Subdistrict subdistrictOf(Compound compound) {
    Point inside = compound.shape().getInteriorPoint();
    for (Subdistrict subdistrict : plan.subdistricts()) {
      if (subdistrict.shape().contains(inside)) {
        return subdistrict;
      }
    }
    throw new IllegalStateException("no sub-district at " + inside);
  }
}
