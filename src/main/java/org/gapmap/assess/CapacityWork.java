package org.gapmap.assess;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
  private static final int PART_OF_THE_WORK = 256;
  private static final LocalizedText SQUARE_METRES = new LocalizedText("平方米", "m2");
  private static final LocalizedText UNNAMED = new LocalizedText("个", "units");

  private final PeopleInReach people;
  private final InReach reach;
  private final Demand demand;
  private final Capacity.Columns columns;
  private final double[] supply;

  CapacityWork(PeopleInReach people) {
    this.people = people;
    this.demand = people.demand(people.group());
    this.reach = people.reach().forAll(demand);
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
    if (supply.length > 0 && columns.facilitiesOfUnknownCapacity == supply.length) {
      columns.supply = Double.NaN;
    }
    IntStream.range(0, columns.need.length).parallel().forEach(this::fill);
    if (columns.norm.isPresent()) {
      allocate(gather(false));
    }
    findUncountedNeighbours();
    return new Capacity(columns, this::access);
  }

  private void fill(int i) {
    columns.need[i] = need(i);
    columns.reachedShare[i] = people.share(demand.group(), i);
    columns.servedShare[i] = columns.reachedShare[i];
  }

  /** The units of all communities whose people are known, in their order. */
  private List<CapacityUnits> gather(boolean weighted) {
    int communities = columns.need.length;
    return IntStream.range(0, (communities + PART_OF_THE_WORK - 1) / PART_OF_THE_WORK)
        .parallel()
        .mapToObj(
            part -> {
              CapacityUnits units = new CapacityUnits(reach, demand, weighted);
              int end = Math.min(communities, (part + 1) * PART_OF_THE_WORK);
              for (int i = part * PART_OF_THE_WORK; i < end; i++) {
                if (!Double.isNaN(columns.reachedShare[i])) {
                  units.add(i, columns.reachedShare[i]);
                }
              }
              return units;
            })
        .toList();
  }

  private void allocate(List<CapacityUnits> parts) {
    double[] needs = new double[parts.stream().mapToInt(CapacityUnits::size).sum()];
    int first = 0;
    for (CapacityUnits part : parts) {
      for (int u = 0; u < part.size(); u++) {
        needs[first + u] = known(columns.need[part.community(u)]) * part.shareInReach(u);
      }
      first += part.size();
    }
    CapacityAllocation allocation = new CapacityAllocation(needs, supply);
    first = 0;
    for (CapacityUnits part : parts) {
      for (int p = 0; p < part.pairs(); p++) {
        int u = part.unit(p);
        double all = known(columns.need[part.community(u)]);
        if (all > 0) {
          allocation.add(first + u, part.facility(p), part.metres(p), all * part.share(p));
        }
      }
      first += part.size();
    }
    allocation.allocate();
    remember(parts, allocation);
    first = 0;
    for (CapacityUnits part : parts) {
      for (int u = 0; u < part.size(); u++) {
        int i = part.community(u);
        if (columns.need[i] > 0) {
          columns.servedShare[i] -= allocation.unserved(first + u) / columns.need[i];
          columns.capacityUnknown[i] |= allocation.unknown(first + u);
        }
      }
      first += part.size();
    }
    for (int i = 0; i < columns.need.length; i++) {
      boolean unknown = columns.capacityUnknown[i] || Double.isNaN(columns.need[i]);
      columns.servedShare[i] = unknown ? Double.NaN : Math.max(0, columns.servedShare[i]);
    }
  }

  /** The pairs come in the order in which {@link #allocate} added them. */
  private void remember(List<CapacityUnits> parts, CapacityAllocation allocation) {
    int pair = 0;
    for (CapacityUnits part : parts) {
      for (int p = 0; p < part.pairs(); p++) {
        int i = part.community(part.unit(p));
        double goes = known(columns.need[i]) > 0 ? allocation.allocated(pair++) : 0;
        if (goes > 0) {
          columns.assignments.add(i, part.facility(p), goes);
        }
      }
    }
  }

  private static double known(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private FloatingCatchment catchment() {
    double[] counted = new double[columns.need.length];
    for (int i = 0; i < counted.length; i++) {
      counted[i] = Double.isNaN(columns.reachedShare[i]) ? 0 : demand.people(i);
    }
    return new FloatingCatchment(counted, Arrays.stream(supply).map(CapacityWork::known).toArray());
  }

  /** Unknown where the community takes no part, or a facility in reach has an unknown supply. */
  private Capacity.Access access() {
    FloatingCatchment plain = catchment();
    FloatingCatchment byDistance = catchment();
    boolean[] unknown = new boolean[columns.need.length];
    for (CapacityUnits part : gather(true)) {
      for (int p = 0; p < part.pairs(); p++) {
        int i = part.community(part.unit(p));
        int j = part.facility(p);
        plain.add(i, j, part.share(p));
        byDistance.add(i, j, part.weight(p));
        unknown[i] |= Double.isNaN(supply[j]);
      }
    }
    double[] even = plain.access();
    double[] weighted = byDistance.access();
    for (int i = 0; i < even.length; i++) {
      if (unknown[i] || Double.isNaN(columns.reachedShare[i])) {
        even[i] = Double.NaN;
        weighted[i] = Double.NaN;
      }
    }
    return new Capacity.Access(even, weighted);
  }

  private void findUncountedNeighbours() {
    boolean[] used = new boolean[supply.length];
    boolean any = false;
    for (int i = 0; i < columns.need.length; i++) {
      boolean takesNone = columns.norm.isPresent() && Double.isNaN(columns.need[i]);
      if (takesNone || Double.isNaN(columns.reachedShare[i])) {
        any = true;
        reach.forEach(i, j -> used[j] = true);
      }
    }
    for (int i = 0; any && i < columns.need.length; i++) {
      int community = i;
      if (!Double.isNaN(columns.reachedShare[i])) {
        reach.forEach(i, j -> columns.sharedWithUncounted[community] |= used[j]);
      }
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
