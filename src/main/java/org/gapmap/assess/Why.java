package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.gapmap.assess.Considered.Reason;
import org.gapmap.assess.coverage.UnionCoverage;
import org.gapmap.domain.Facility;
import org.gapmap.domain.LayerType;
import org.gapmap.store.LayerVersion;
import org.locationtech.jts.geom.Coordinate;

/**
 * Why a community has the verdict that it has for a row of a standard: every facility that was
 * looked at, and the lists that they come from.
 *
 * @param index the community's
 * @param facilities the nearest first: all within twice the radius, and at least the five nearest
 * @param lists the layers of the kinds that satisfy the row
 */
public record Why(
    KindCoverage coverage, int index, List<Considered> facilities, List<ListUsed> lists) {
  private static final int AT_LEAST = 5;

  /**
   * A list of facilities.
   *
   * @param completeHere whether a facility missing from it is missing in the community too
   */
  public record ListUsed(LayerVersion layer, boolean completeHere) {}

  public Why {
    facilities = List.copyOf(facilities);
    lists = List.copyOf(lists);
  }

  public static Why of(KindCoverage coverage, int index) {
    List<Considered> all = new Search(coverage, index).all();
    all.sort(Comparator.comparingDouble(Considered::metres).thenComparing(c -> c.facility().id()));
    double limit = 2 * coverage.radiusMetres();
    List<Considered> shown = new ArrayList<>();
    for (Considered considered : all) {
      if (shown.size() >= AT_LEAST && considered.metres() > limit) {
        break;
      }
      shown.add(considered);
    }
    return new Why(coverage, index, shown, listsUsed(coverage, index));
  }

  /** The facilities that count. */
  public List<Considered> counted() {
    return facilities.stream().filter(Considered::counted).toList();
  }

  public Completion.Reason reason() {
    return coverage.service().completion().reason(index);
  }

  private static List<ListUsed> listsUsed(KindCoverage coverage, int index) {
    City city = coverage.city();
    List<String> kinds = coverage.rule().satisfiedBy();
    return city.layers().stream()
        .filter(layer -> layer.key().type() == LayerType.FACILITIES)
        .filter(layer -> kinds.contains(layer.key().kind()))
        .map(
            layer ->
                new ListUsed(
                    layer,
                    Completion.completeFor(layer.completeness(), city.community(index).boundary())))
        .toList();
  }

  private static final class Search {
    private final KindCoverage coverage;
    private final City city;
    private final int index;
    private final IdentityHashMap<Facility, Integer> numbers;
    private final UnionCoverage union = new UnionCoverage();
    private final double[] xy = new double[2];
    private final double[] nearest = new double[2];

    Search(KindCoverage coverage, int index) {
      this.coverage = coverage;
      this.city = coverage.city();
      this.index = index;
      ServiceIndex service = coverage.service();
      this.numbers = new IdentityHashMap<>();
      for (int j = 0; j < service.size(); j++) {
        numbers.put(service.facility(j), j);
      }
    }

    List<Considered> all() {
      List<Considered> all = new ArrayList<>();
      for (Facility facility : coverage.service().listed()) {
        all.add(considered(facility));
      }
      return all;
    }

    private Considered considered(Facility facility) {
      Coordinate place = ServiceIndex.pointOf(facility.place());
      city.plane(index).project(place.x, place.y, xy, 0);
      double metres = city.polygon(index).distanceTo(xy[0], xy[1]);
      city.polygon(index).nearestPoint(xy[0], xy[1], nearest);
      double reach = coverage.radiusMetres();
      Reason reason = reason(facility, metres, reach);
      double share =
          reason == Reason.COUNTED
              ? union.coveredShare(
                  city.polygon(index),
                  new double[] {xy[0]},
                  new double[] {xy[1]},
                  new double[] {reach},
                  1)
              : Double.NaN;
      Coordinate from = city.plane(index).toLonLat(nearest[0], nearest[1]);
      return new Considered(facility, metres, place, from, reach, reason, share);
    }

    private Reason reason(Facility facility, double metres, double reach) {
      if (!facility.status().serves()) {
        return Reason.valueOf(facility.status().name());
      }
      Integer number = numbers.get(facility);
      if (number == null) {
        return Reason.MEMBERS;
      }
      if (!coverage.service().serves(number, index)) {
        return Reason.OTHER_RESIDENTS;
      }
      return metres < reach ? Reason.COUNTED : Reason.OUT_OF_REACH;
    }
  }
}
