package org.gapmap.assess;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.ServiceKind;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.TargetGroup;
import org.gapmap.standards.KindCatalogue;
import org.jspecify.annotations.Nullable;

/** What a kind's coverage means for people. Worked out when asked for, once; safe for threads. */
final class PeopleInReach {
  private final InReach reach;
  private final ServiceRule rule;
  private final PopulationAssumptions assumptions;
  private final double[] shareOfArea;
  private final Optional<ServiceKind> kind;
  private final TargetGroup group;
  private final Map<TargetGroup, Demand> demands = new ConcurrentHashMap<>();
  private final Map<TargetGroup, double[]> shares = new ConcurrentHashMap<>();
  private @Nullable Capacity capacity;

  PeopleInReach(
      InReach reach,
      ServiceRule rule,
      PopulationAssumptions assumptions,
      double[] shareOfArea,
      KindCatalogue kinds) {
    this.reach = reach;
    this.rule = rule;
    this.assumptions = assumptions;
    this.shareOfArea = shareOfArea;
    this.kind = kinds.find(rule.kind());
    this.group = kind.map(ServiceKind::targetGroup).orElse(TargetGroup.ALL);
  }

  InReach reach() {
    return reach;
  }

  ServiceRule rule() {
    return rule;
  }

  double shareOfArea(int index) {
    return shareOfArea[index];
  }

  /** The row's kind; empty where the catalogue has none of that name. */
  Optional<ServiceKind> kind() {
    return kind;
  }

  /** Whom the row's kind is for. */
  TargetGroup group() {
    return group;
  }

  Demand demand(TargetGroup group) {
    Demand known = demands.get(group);
    if (known == null) {
      known = reach.city().demand(assumptions, group);
      demands.put(group, known);
    }
    return known;
  }

  /**
   * Share of a community's people of a group within reach of a facility that serves them, in [0,
   * 1]; NaN where unknown.
   */
  double share(TargetGroup group, int index) {
    double[] known = shares.get(group);
    if (known == null) {
      known = work(demand(group));
      shares.put(group, known);
    }
    return known[index];
  }

  /** The same for one community, worked out for it alone where the others are not known yet. */
  double shareOfOne(TargetGroup of, int index) {
    double[] known = shares.get(of);
    Demand demand = demand(of);
    return known != null ? known[index] : shareOf(demand.people(index), demand.spots(index), index);
  }

  /** Share of a community's people of the row's group within reach of one facility alone. */
  double shareOfFacility(Distances.FromFacility facility, int community) {
    Spots spots = demand(group).spots(community);
    return spots.size() == 0
        ? facility.shareOfArea(community)
        : facility.shareOfPeople(community, spots);
  }

  synchronized Capacity capacity() {
    Capacity known = capacity;
    if (known == null) {
      known = new CapacityWork(this).done();
      capacity = known;
    }
    return known;
  }

  private double[] work(Demand demand) {
    double[] share = new double[shareOfArea.length];
    IntStream.range(0, share.length)
        .parallel()
        .forEach(i -> share[i] = shareOf(demand.people(i), demand.spots(i), i));
    return share;
  }

  private double shareOf(double people, Spots spots, int community) {
    if (Double.isNaN(people)) {
      return Double.NaN;
    }
    if (spots.size() == 0 || Double.isNaN(shareOfArea[community])) {
      return shareOfArea[community];
    }
    return reach.shareOfPeople(community, spots);
  }
}
