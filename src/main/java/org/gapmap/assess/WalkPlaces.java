package org.gapmap.assess;

import java.util.HashMap;
import java.util.Map;
import org.gapmap.assess.walking.Doors;
import org.gapmap.assess.walking.Joining;
import org.gapmap.assess.walking.Joining.Joined;
import org.gapmap.assess.walking.OnStreet;
import org.gapmap.geo.Geocentric;

/**
 * Places of one community from which people walk, and their ways onto the streets: points that
 * stand for its area, or its homes. Immutable.
 */
final class WalkPlaces {
  private final Joined[] places;
  private final double[] xyz;
  private final Doors shortest;

  WalkPlaces(Joined[] places) {
    this.places = places;
    xyz = new double[3 * places.length];
    for (int p = 0; p < places.length; p++) {
      Geocentric.of(places[p].lon(), places[p].lat(), xyz, 3 * p);
    }
    shortest = shortest(places);
  }

  private record At(int edge, double along) {}

  private static Doors shortest(Joined[] all) {
    Map<At, Double> legs = new HashMap<>();
    for (Joined place : all) {
      Doors each = place.doors();
      for (int d = 0; d < each.count(); d++) {
        legs.merge(new At(each.edge()[d], each.along()[d]), each.leg()[d], Math::min);
      }
    }
    return Doors.of(
        legs.entrySet().stream()
            .map(leg -> new OnStreet(leg.getKey().edge(), leg.getKey().along(), leg.getValue()))
            .sorted(
                java.util.Comparator.comparingInt(OnStreet::edge)
                    .thenComparingDouble(OnStreet::along))
            .toArray(OnStreet[]::new));
  }

  int size() {
    return places.length;
  }

  Joined joined(int place) {
    return places[place];
  }

  Doors doors(int place) {
    return places[place].doors();
  }

  /** All ways onto the streets, each as short as from the place that is nearest to it. */
  Doors shortest() {
    return shortest;
  }

  /** Whether any of the places joins a street. */
  boolean joined() {
    return !shortest.none();
  }

  double lon(int place) {
    return places[place].lon();
  }

  double lat(int place) {
    return places[place].lat();
  }

  /** Straight metres to facility {@code j} of the same compound; infinite for any other. */
  double insideMetres(ServiceIndex service, int j, Joined facility, int place) {
    return facility.parts().length == 0
        ? Double.POSITIVE_INFINITY
        : Joining.insideMetres(places[place], facility, straightMetres(service, j, place));
  }

  /** Straight metres to facility {@code j}. */
  double straightMetres(ServiceIndex service, int j, int place) {
    return service.metresTo(j, xyz[3 * place], xyz[3 * place + 1], xyz[3 * place + 2]);
  }
}
