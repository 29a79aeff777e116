package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gapmap.assess.IndicatorTable.Counts;
import org.gapmap.assess.IndicatorTable.Figure;
import org.gapmap.domain.CapacityNorm;
import org.gapmap.domain.ServiceKind;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.TargetGroup;
import org.gapmap.standards.KindCatalogue;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * What the communities of an area need by a row's norm, less what the facilities standing in it
 * have: the check-up's net gap, in which a surplus here makes up for a lack there. Where the row
 * has a radius, facilities in reach of no community of the city are nobody's supply.
 */
final class QuantityTally {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final City city;
  private final ServiceIndex service;
  private final CapacityNorm norm;
  private final Demand demand;
  private final int[] counted;

  /**
   * @param rule has a norm
   */
  QuantityTally(City city, ServiceStandard standard, ServiceRule rule, KindCatalogue kinds) {
    this.city = city;
    this.service = city.service(rule);
    this.norm = rule.requirement().capacity().orElseThrow();
    TargetGroup group =
        norm.basis() == CapacityNorm.Basis.PER_PERSON_OF_GROUP
            ? kinds.find(rule.kind()).map(ServiceKind::targetGroup).orElse(TargetGroup.ALL)
            : TargetGroup.ALL;
    this.demand = city.demand(standard.population(), group);
    boolean[] used;
    if (rule.radiusMetres().isPresent()) {
      Distances distances = city.distances(rule);
      double metres = distances.metres(rule.reach(), rule.radiusMetres().getAsDouble());
      used = distances.reachingAny(metres);
    } else {
      used = new boolean[service.size()];
      Arrays.fill(used, true);
    }
    int[] numbers = new int[used.length];
    int size = 0;
    for (int j = 0; j < used.length; j++) {
      if (used[j]) {
        numbers[size++] = j;
      }
    }
    this.counted = Arrays.copyOf(numbers, size);
  }

  /** Where the facilities stand that are counted, as points. */
  List<Geometry> places() {
    List<Geometry> points = new ArrayList<>();
    for (int j : counted) {
      points.add(SHAPES.createPoint(ServiceIndex.pointOf(service.facility(j).place())));
    }
    return points;
  }

  /**
   * @param row for each community where it is counted
   * @param rowOfPlace the same for each of {@link #places}
   */
  List<Figure> figures(int[] row, int[] rowOfPlace, int rows) {
    double[] need = new double[rows];
    double[] supply = new double[rows];
    int[] known = new int[rows];
    int[] unknown = new int[rows];
    int[] unknownSupply = new int[rows];
    for (int i = 0; i < row.length; i++) {
      double own = need(i);
      if (Double.isNaN(own) || !service.completion().known(i)) {
        unknown[row[i]]++;
      } else {
        known[row[i]]++;
        need[row[i]] += own;
      }
    }
    for (int k = 0; k < counted.length; k++) {
      double own = city.supplyOf(service.facility(counted[k]), norm.measure());
      if (Double.isNaN(own)) {
        unknownSupply[rowOfPlace[k]]++;
      } else {
        supply[rowOfPlace[k]] += own;
      }
    }
    List<Figure> figures = new ArrayList<>();
    for (int at = 0; at < rows; at++) {
      int leftOut = unknown[at] + unknownSupply[at];
      boolean whole = leftOut == 0 && known[at] > 0;
      figures.add(
          new Figure(
              whole ? need[at] - supply[at] : Double.NaN,
              unknownSupply[at] > 0 && supply[at] == 0 ? Double.NaN : supply[at],
              known[at] > 0 ? need[at] : Double.NaN,
              leftOut,
              new Counts(0, 0, 0, unknown[at])));
    }
    return figures;
  }

  private double need(int i) {
    return norm.requiredFor(
        norm.basis() == CapacityNorm.Basis.PER_100_HOUSEHOLDS
            ? demand.households(i)
            : demand.people(i));
  }
}
