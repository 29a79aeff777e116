package org.gapmap.assess;

import java.util.Arrays;
import java.util.Optional;
import org.gapmap.assess.coverage.CapacityAllocation;
import org.gapmap.assess.coverage.FloatingCatchment;
import org.gapmap.domain.CapacityNorm;
import org.gapmap.domain.CapacityNorm.Basis;
import org.gapmap.domain.CapacityNorm.Measure;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceKind;
import org.gapmap.domain.TargetGroup;

/**
 * Works out a {@link Capacity}. A community's need lives where the people of the kind's group do:
 * each spot is a unit of its own; a community that is spread evenly is one unit, of which each
 * facility can take at most the share of area in its own reach. That is exact for two facilities
 * and an upper bound of what is served beyond, where three overlap by twos.
 */
final class CapacityWork {
  private static final LocalizedText SQUARE_METRES = new LocalizedText("平方米", "m2");
  private static final LocalizedText UNNAMED = new LocalizedText("个", "units");

  private final PeopleInReach people;
  private final InReach reach;
  private final Demand demand;
  private final Capacity.Columns columns;
  private final double[] supply;
  private final Units units = new Units();

  /** The pairs of a unit and a facility, gathered before their number is known. */
  private static final class Units {
    int count;
    int pairs;
    int[] community = new int[1024];
    double[] share = new double[1024];
    int[] unit = new int[1024];
    int[] facility = new int[1024];
    double[] metres = new double[1024];
    double[] most = new double[1024];

    /** A part of a community, as a share of its people. */
    int add(int ofCommunity, double part) {
      if (count == community.length) {
        community = Arrays.copyOf(community, 2 * count);
        share = Arrays.copyOf(share, 2 * count);
      }
      community[count] = ofCommunity;
      share[count] = part;
      return count++;
    }

    void pair(int ofUnit, int byFacility, double distance, double part) {
      if (pairs == unit.length) {
        unit = Arrays.copyOf(unit, 2 * pairs);
        facility = Arrays.copyOf(facility, 2 * pairs);
        metres = Arrays.copyOf(metres, 2 * pairs);
        most = Arrays.copyOf(most, 2 * pairs);
      }
      unit[pairs] = ofUnit;
      facility[pairs] = byFacility;
      metres[pairs] = distance;
      most[pairs++] = part;
    }
  }

  CapacityWork(PeopleInReach people) {
    this.people = people;
    this.reach = people.reach();
    this.demand = people.demand(people.group());
    Optional<CapacityNorm> norm = people.rule().requirement().capacity();
    boolean ofGroup =
        norm.map(CapacityNorm::basis).stream().anyMatch(b -> b == Basis.PER_PERSON_OF_GROUP);
    Demand base = ofGroup ? demand : people.demand(TargetGroup.ALL);
    columns = new Capacity.Columns(norm, unit(norm), demand, base, reach.city().size());
    supply = new double[reach.service().size()];
  }

  Capacity done() {
    Measure measure = columns.norm.map(CapacityNorm::measure).orElse(Measure.CAPACITY);
    for (int j = 0; j < supply.length; j++) {
      supply[j] = reach.city().supplyOf(reach.service().facility(j), measure);
      if (Double.isNaN(supply[j])) {
        columns.facilitiesOfUnknownCapacity++;
      } else {
        columns.supply += supply[j];
      }
    }
    FloatingCatchment plain = catchment();
    FloatingCatchment banded = catchment();
    boolean[] uncounted = new boolean[supply.length];
    for (int i = 0; i < columns.need.length; i++) {
      columns.need[i] = need(i);
      columns.reachedShare[i] = people.share(demand.group(), i);
      columns.servedShare[i] = columns.reachedShare[i];
      if (Double.isNaN(columns.reachedShare[i])) {
        reach.forEach(i, j -> uncounted[j] = true);
      } else {
        gather(i, plain, banded);
      }
    }
    if (columns.norm.isPresent()) {
      allocate();
    }
    access(plain.access(), banded.access(), uncounted);
    return new Capacity(columns);
  }

  private void gather(int community, FloatingCatchment plain, FloatingCatchment banded) {
    Spots spots = demand.spots(community);
    if (spots.size() == 0) {
      int unit = units.add(community, columns.reachedShare[community]);
      reach.forEach(community, j -> gatherEven(unit, community, j, plain, banded));
      return;
    }
    int first = units.count;
    for (int k = 0; k < spots.size(); k++) {
      units.add(community, spots.amount()[k]);
    }
    reach.forEach(community, j -> gatherSpots(first, community, j, plain, banded));
  }

  private void gatherEven(
      int unit, int community, int j, FloatingCatchment plain, FloatingCatchment banded) {
    double own = reach.ownShare(j, community, 1);
    if (own <= 0) {
      return;
    }
    units.pair(unit, j, reach.metresToMiddle(j, community), own);
    plain.add(community, j, own);
    FloatingCatchment.Bands bands = FloatingCatchment.LUO_QI_SLOW;
    double weighted = 0;
    for (int band = 0; band < bands.count(); band++) {
      double within = bands.upTo(band) == 1 ? own : reach.ownShare(j, community, bands.upTo(band));
      weighted += bands.fallAfter(band) * within;
    }
    banded.add(community, j, weighted);
  }

  private void gatherSpots(
      int first, int community, int j, FloatingCatchment plain, FloatingCatchment banded) {
    Spots spots = demand.spots(community);
    double radius = reach.reachMetres(j);
    double within = 0;
    double weighted = 0;
    for (int k = 0; k < spots.size(); k++) {
      double metres = reach.metresTo(j, spots, k);
      double part = spots.amount()[k];
      if (metres <= radius && part > 0) {
        units.pair(first + k, j, metres, part);
        within += part;
        weighted += part * FloatingCatchment.LUO_QI_SLOW.at(metres / radius);
      }
    }
    plain.add(community, j, within);
    banded.add(community, j, weighted);
  }

  private void allocate() {
    double[] need = new double[units.count];
    boolean[] reached = new boolean[units.count];
    for (int p = 0; p < units.pairs; p++) {
      reached[units.unit[p]] = true;
    }
    for (int u = 0; u < need.length; u++) {
      double all = columns.need[units.community[u]];
      need[u] = reached[u] && all > 0 ? all * units.share[u] : 0;
    }
    CapacityAllocation allocation = new CapacityAllocation(need, supply);
    for (int p = 0; p < units.pairs; p++) {
      double all = columns.need[units.community[units.unit[p]]];
      if (all > 0) {
        allocation.add(units.unit[p], units.facility[p], units.metres[p], all * units.most[p]);
      }
    }
    allocation.allocate();
    for (int u = 0; u < need.length; u++) {
      int i = units.community[u];
      if (columns.need[i] > 0) {
        columns.servedShare[i] -= allocation.unserved(u) / columns.need[i];
        columns.capacityUnknown[i] |= allocation.unknown(u);
      }
    }
    for (int i = 0; i < columns.need.length; i++) {
      boolean unknown = columns.capacityUnknown[i] || Double.isNaN(columns.need[i]);
      columns.servedShare[i] = unknown ? Double.NaN : Math.max(0, columns.servedShare[i]);
    }
  }

  private FloatingCatchment catchment() {
    double[] counted = new double[columns.need.length];
    for (int i = 0; i < counted.length; i++) {
      boolean known = !Double.isNaN(people.share(demand.group(), i));
      counted[i] = known ? demand.people(i) : 0;
    }
    double[] known = supply.clone();
    for (int j = 0; j < known.length; j++) {
      known[j] = Double.isNaN(known[j]) ? 0 : known[j];
    }
    return new FloatingCatchment(counted, known);
  }

  /** Unknown where the community takes no part, or a facility in reach has an unknown supply. */
  private void access(double[] plain, double[] banded, boolean[] uncounted) {
    boolean[] unknown = new boolean[plain.length];
    for (int p = 0; p < units.pairs; p++) {
      int i = units.community[units.unit[p]];
      unknown[i] |= Double.isNaN(supply[units.facility[p]]);
      columns.sharedWithUncounted[i] |= uncounted[units.facility[p]];
    }
    for (int i = 0; i < plain.length; i++) {
      boolean known = !unknown[i] && !Double.isNaN(columns.reachedShare[i]);
      columns.access[i] = known ? plain[i] : Double.NaN;
      columns.accessByDistance[i] = known ? banded[i] : Double.NaN;
    }
  }

  private double need(int i) {
    if (columns.norm.isEmpty()) {
      return Double.NaN;
    }
    CapacityNorm norm = columns.norm.get();
    return norm.requiredFor(
        norm.basis() == Basis.PER_100_HOUSEHOLDS
            ? columns.base.households(i)
            : columns.base.people(i));
  }

  private LocalizedText unit(Optional<CapacityNorm> norm) {
    boolean area = norm.map(n -> n.measure() != Measure.CAPACITY).orElse(false);
    return area ? SQUARE_METRES : people.kind().map(ServiceKind::capacityUnit).orElse(UNNAMED);
  }
}
