package org.gapmap.generate;

import java.util.ArrayList;
import java.util.List;

/** A town with its people and services; metres in the town's own plane. */
record Town(
    TownPlan plan,
    List<SyntheticCommunity> communities,
    List<SyntheticFacility> facilities,
    List<IdlePremises> premises,
    Grounds grounds) {

  /** The people and services that a seed gives a plan: several towns may share one plan. */
  static Town settled(TownPlan plan, Dice dice) {
    List<SyntheticCommunity> communities = Census.of(plan, dice.fork("census"));
    Placement placement = new Placement(plan, communities, dice.fork("placement"));
    List<SyntheticFacility> facilities = new ArrayList<>();
    for (ServicePattern pattern : ServicePattern.values()) {
      facilities.addAll(placement.facilities(pattern));
    }
    return new Town(
        plan, communities, facilities, placement.premises(), placement.grounds(communities));
  }

  List<SyntheticFacility> facilities(List<ServicePattern> patterns) {
    return facilities.stream().filter(facility -> patterns.contains(facility.pattern())).toList();
  }
}
