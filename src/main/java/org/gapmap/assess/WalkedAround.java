package org.gapmap.assess;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gapmap.assess.Distances.Away;
import org.locationtech.jts.geom.Envelope;

/**
 * The facilities around a community on foot. The search goes on farther until all are found that
 * lie near in a straight line, as far as a street leads there: those are what a planner sees on the
 * map.
 */
final class WalkedAround {
  private final WalkedDistances distances;
  private final ServiceIndex service;
  private final CityWalks walks;
  private final int community;

  WalkedAround(WalkedDistances distances, int community) {
    this.distances = distances;
    this.service = distances.service();
    this.walks = distances.walks;
    this.community = community;
  }

  List<Away> list(double metres, int atLeast) {
    WalkPlaces area = walks.area(community);
    BitSet near = near(metres);
    BitSet connected = new BitSet();
    for (int j = 0; j < service.listed().size(); j++) {
      if (walks.connected(area.shortest(), walks.doors(service.placed(j)))
          || walks.standsIn(service.placed(j), community)) {
        connected.set(j);
      }
    }
    List<Away> found = new ArrayList<>();
    for (double limit = metres; ; limit *= 2) {
      found.clear();
      BitSet missing = (BitSet) near.clone();
      missing.and(connected);
      try (CityWalks.Search from = walks.search(area.shortest(), limit)) {
        for (int j = connected.nextSetBit(0); j >= 0; j = connected.nextSetBit(j + 1)) {
          double away = distances.metres(from, community, area, j);
          if (away < Double.POSITIVE_INFINITY) {
            found.add(new Away(j, away));
            missing.clear(j);
          }
        }
      }
      boolean enough = found.size() >= Math.min(atLeast, connected.cardinality());
      if ((enough && missing.isEmpty()) || limit > CityWalks.FARTHEST_METRES) {
        break;
      }
    }
    return shown(found, near, metres, atLeast);
  }

  /** The nearest of those found; and those near by to which no way was, at the end. */
  private List<Away> shown(List<Away> found, BitSet near, double metres, int atLeast) {
    List<Away> shown = new ArrayList<>();
    BitSet without = (BitSet) near.clone();
    for (Away each : WalkedDistances.sorted(service, found)) {
      without.clear(each.number());
      if (shown.size() < atLeast || each.metres() <= metres || near.get(each.number())) {
        shown.add(each);
      }
    }
    without.stream().forEach(j -> shown.add(new Away(j, Double.NaN)));
    return shown;
  }

  /** Those within half as many metres in a straight line. */
  private BitSet near(double metres) {
    BitSet near = new BitSet();
    Envelope wide =
        Communities.widened(
            service.communities.get(community).boundary().getEnvelopeInternal(), metres / 2);
    for (int j = 0; j < service.listed().size(); j++) {
      if (wide.intersects(service.facility(j).place().getEnvelopeInternal())
          && service.metresToCommunity(j, community) <= metres / 2) {
        near.set(j);
      }
    }
    return near;
  }
}
