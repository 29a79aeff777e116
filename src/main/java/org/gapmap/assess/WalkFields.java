package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gapmap.assess.walking.Doors;
import org.gapmap.assess.walking.WalkField;

/**
 * How far it is on foot from anywhere to the nearest facility of a service that anyone may use: one
 * field for each reach, since facilities of different sizes reach differently far. Immutable.
 */
final class WalkFields {
  private final double[] factors;
  private final WalkField[] fields;

  /** Of each field its facilities by their number in it; those taken away stay in their places. */
  private final List<List<PlacedFacility>> members;

  private WalkFields(double[] factors, WalkField[] fields, List<List<PlacedFacility>> members) {
    this.factors = factors;
    this.fields = fields;
    this.members = members;
  }

  static WalkFields of(CityWalks walks, ServiceIndex service) {
    double[] factors = factors(service);
    List<List<PlacedFacility>> members = new ArrayList<>();
    WalkField[] fields = new WalkField[factors.length];
    for (int c = 0; c < factors.length; c++) {
      members.add(new ArrayList<>());
    }
    for (int j = 0; j < service.size(); j++) {
      if (service.onlyFor[j] == PlacedFacility.ANYONE) {
        members.get(Arrays.binarySearch(factors, service.reachFactor(j))).add(service.placed(j));
      }
    }
    for (int c = 0; c < factors.length; c++) {
      List<Doors> doors = members.get(c).parallelStream().map(walks::doors).toList();
      fields[c] = WalkField.from(walks.graph(), doors);
    }
    return new WalkFields(factors, fields, members);
  }

  private static double[] factors(ServiceIndex service) {
    return java.util.stream.IntStream.range(0, service.size())
        .mapToDouble(service::reachFactor)
        .distinct()
        .sorted()
        .toArray();
  }

  /**
   * The fields of a derived service, of which only what its changes reach is searched.
   *
   * @param changed facilities that one of the two has and the other hasn't
   */
  WalkFields changed(CityWalks walks, ServiceIndex service, List<PlacedFacility> changed) {
    if (!Arrays.equals(factors, factors(service))) {
      return of(walks, service);
    }
    Map<PlacedFacility, Integer> numbers = numbersOf(service, changed);
    WalkField[] after = fields.clone();
    List<List<PlacedFacility>> renamed = new ArrayList<>();
    for (int c = 0; c < factors.length; c++) {
      List<PlacedFacility> own = new ArrayList<>(members.get(c));
      List<Integer> gone = new ArrayList<>();
      for (PlacedFacility one : changed) {
        int k = placeOf(one, own);
        if (k >= 0 && !gone.contains(k)) {
          gone.add(k);
        }
      }
      for (Map.Entry<PlacedFacility, Integer> come : numbers.entrySet()) {
        PlacedFacility one = come.getKey();
        if (service.reachFactor(come.getValue()) != factors[c]
            || service.onlyFor[come.getValue()] != PlacedFacility.ANYONE) {
          continue;
        }
        if (gone.isEmpty()) {
          after[c] = after[c].with(walks.doors(one));
          own.add(one);
        } else {
          int k = gone.remove(0);
          after[c] = after[c].moved(k, walks.doors(one));
          own.set(k, one);
        }
      }
      for (int k : gone) {
        after[c] = after[c].without(k);
      }
      renamed.add(own);
    }
    return new WalkFields(factors, after, renamed);
  }

  /** The numbers of those among some facilities that serve someone, in the order given. */
  private static Map<PlacedFacility, Integer> numbersOf(
      ServiceIndex service, List<PlacedFacility> some) {
    IdentityHashMap<PlacedFacility, Integer> serving = new IdentityHashMap<>();
    some.forEach(one -> serving.put(one, -1));
    for (int j = 0; j < service.size(); j++) {
      serving.replace(service.placed(j), j);
    }
    Map<PlacedFacility, Integer> found = new LinkedHashMap<>();
    for (PlacedFacility one : some) {
      int number = serving.getOrDefault(one, -1);
      if (number >= 0) {
        found.put(one, number);
      }
    }
    return found;
  }

  @SuppressWarnings("ReferenceEquality") // Two facilities may be alike in all that is known.
  private static int placeOf(PlacedFacility one, List<PlacedFacility> list) {
    for (int k = 0; k < list.size(); k++) {
      if (list.get(k) == one) {
        return k;
      }
    }
    return -1;
  }

  int count() {
    return factors.length;
  }

  /** What a radius is multiplied by for the facilities of a field. */
  double factor(int field) {
    return factors[field];
  }

  /** The field of the facilities with a factor. */
  int fieldOf(double factor) {
    return Arrays.binarySearch(factors, factor);
  }

  /** Metres to the nearest facility of a field; infinite where there is none. */
  double metres(int field, Doors place) {
    return fields[field].metres(place);
  }

  /** Metres to the nearest facility of all fields; infinite where there is none. */
  double least(Doors place) {
    double least = Double.POSITIVE_INFINITY;
    for (WalkField field : fields) {
      least = Math.min(least, field.metres(place));
    }
    return least;
  }

  /** That facility; there must be one. */
  PlacedFacility nearest(int field, Doors place) {
    return members.get(field).get(fields[field].nearest(place));
  }

  /** Every facility by its number in the service. */
  static Map<PlacedFacility, Integer> numbers(ServiceIndex service) {
    Map<PlacedFacility, Integer> numbers = new HashMap<>();
    for (int j = 0; j < service.size(); j++) {
      numbers.put(service.placed(j), j);
    }
    return numbers;
  }
}
