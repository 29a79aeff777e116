package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.List;

/** Where a compound's edge could have one more gate: a street or a path outside can be joined. */
final class GateCandidates {
  private static final double EVERY_METRES = 10;
  private static final double STREET_WITHIN_METRES = 60;

  /**
   * A path out may be so many times as long as the shortest one from the edge, not run along it.
   */
  private static final double MOST_ASLANT = 1.5;

  private final Compounds compounds;
  private final NewGate.Barrier barrier;

  /**
   * A place on a part's edge.
   *
   * @param outer the street outside, and the leg to it
   * @param inner the nearest mapped way inside and the leg to it; empty where people go straight
   */
  record Candidate(int part, double lon, double lat, OnStreet outer, List<OnStreet> inner) {}

  GateCandidates(Compounds compounds, NewGate.Barrier barrier) {
    this.compounds = compounds;
    this.barrier = barrier;
  }

  List<Candidate> of(int part) {
    Outline outline = compounds.parts().outline(part);
    FlatMap flat = outline.flat();
    InnerWays ways = compounds.part(part).ways();
    boolean along = ways.mapped() && ways.networks() > 0;
    double[] edge = outline.pointsEvery(EVERY_METRES);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < edge.length; i += 2) {
      double lon = flat.lonAt(edge[i]);
      double lat = flat.latAt(edge[i + 1]);
      OnStreet outer =
          compounds
              .access()
              .joinMajor(
                  lon,
                  lat,
                  STREET_WITHIN_METRES,
                  street -> true,
                  (street, toLon, toLat) -> clear(part, lon, lat, toLon, toLat));
      if (outer != null) {
        List<OnStreet> inner = new ArrayList<>();
        for (int network = 0; along && network < ways.networks(); network++) {
          inner.add(ways.nearest(compounds.access().graph(), flat, lon, lat, network));
        }
        candidates.add(new Candidate(part, lon, lat, outer, inner));
      }
    }
    return candidates;
  }

  /** Whether one may walk straight from the edge to a street without passing another edge. */
  private boolean clear(int part, double lon, double lat, double toLon, double toLat) {
    double[] leg = {lon, lat, toLon, toLat};
    CompoundParts parts = compounds.parts();
    Outline outline = parts.outline(part);
    FlatMap flat = outline.flat();
    double x = flat.x(toLon);
    double y = flat.y(toLat);
    double metres = Math.hypot(x - flat.x(lon), y - flat.y(lat));
    if (metres > DeepParts.SKIN_METRES + MOST_ASLANT * outline.nearestOfEdge(x, y, new double[2])) {
      return false;
    }
    if (DeepParts.of(outline, leg).length > 0 || barrier.crosses(lon, lat, toLon, toLat)) {
      return false;
    }
    boolean[] clear = {true};
    parts.touching(
        leg,
        other -> {
          if (other != part && clear[0]) {
            double[] deep = DeepParts.of(parts.outline(other), leg);
            clear[0] = DeepParts.crossings(deep, leg).length == 0;
          }
        });
    return clear[0];
  }
}
