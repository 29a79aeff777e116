package org.gapmap.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.gapmap.domain.Facility;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * On foot, every facility searched once, as far as it reaches, and kept for whoever is in its
 * reach. Searched when first asked.
 */
final class WalkedPairs implements InReach {
  private final WalkedReach reach;
  private final Demand demand;
  private @Nullable List<Map<Integer, Pair>> byCommunity;

  /**
   * Metres to a community's points and to its homes, infinite beyond the reach.
   *
   * @param homes none where people are spread evenly
   */
  private record Pair(double[] area, double[] homes) {
    boolean any() {
      return any(area) || any(homes);
    }

    private static boolean any(double[] metres) {
      for (double each : metres) {
        if (each < Double.POSITIVE_INFINITY) {
          return true;
        }
      }
      return false;
    }
  }

  private record Found(int community, int facility, Pair pair) {}

  WalkedPairs(WalkedReach reach, Demand demand) {
    this.reach = reach;
    this.demand = demand;
  }

  private synchronized List<Map<Integer, Pair>> pairs() {
    List<Map<Integer, Pair>> known = byCommunity;
    if (known == null) {
      List<Map<Integer, Pair>> made = new ArrayList<>();
      IntStream.range(0, reach.city().size()).forEach(i -> made.add(new HashMap<>()));
      IntStream.range(0, service().size())
          .parallel()
          .mapToObj(this::search)
          .flatMap(List::stream)
          .toList()
          .forEach(one -> made.get(one.community()).put(one.facility(), one.pair()));
      known = made;
      byCommunity = known;
    }
    return known;
  }

  private List<Found> search(int j) {
    List<Found> found = new ArrayList<>();
    Facility facility = service().facility(j);
    Envelope place = facility.place().getEnvelopeInternal();
    CityWalks walks = reach.distances().walks;
    double farthest = reachMetres(j);
    try (WalkedFromFacility from = new WalkedFromFacility(reach.distances(), j, farthest)) {
      service()
          .communities
          .near(
              place,
              farthest,
              i -> {
                if (service().serves(j, i)) {
                  Pair pair = new Pair(within(from, walks.area(i)), homes(from, i));
                  if (pair.any()) {
                    found.add(new Found(i, j, pair));
                  }
                }
              });
    }
    return found;
  }

  private double[] homes(WalkedFromFacility from, int community) {
    Spots spots = demand.spots(community);
    return spots.size() == 0
        ? new double[0]
        : within(from, reach.distances().walks.homes(community, spots));
  }

  private static double[] within(WalkedFromFacility from, WalkPlaces places) {
    double[] metres = new double[places.size()];
    from.metresTo(places, metres);
    for (int p = 0; p < metres.length; p++) {
      metres[p] = metres[p] <= from.reachMetres() ? metres[p] : Double.POSITIVE_INFINITY;
    }
    return metres;
  }

  @Override
  public City city() {
    return reach.city();
  }

  @Override
  public Distances distances() {
    return reach.distances();
  }

  @Override
  public double metres() {
    return reach.metres();
  }

  @Override
  public InReach forAll(Demand of) {
    return of == demand ? this : new WalkedPairs(reach, of);
  }

  @Override
  public void forEach(int community, IntConsumer facility) {
    pairs().get(community).keySet().stream().sorted().forEach(facility::accept);
  }

  @Override
  public double ownShare(int j, int community, double partOfReach) {
    double within = reachMetres(j) * partOfReach;
    int reached = 0;
    for (double metres : pair(j, community).area()) {
      reached += metres <= within ? 1 : 0;
    }
    return reached == 0
        ? 0
        : (double) reached / Math.max(reached, reach.distances().judged(community));
  }

  @Override
  public void metresTo(int j, int community, Spots spots, double[] out) {
    double[] homes = pair(j, community).homes();
    System.arraycopy(homes, 0, out, 0, homes.length);
  }

  @Override
  public double metresToEven(int j, int community) {
    return WalkedFromFacility.mean(pair(j, community).area());
  }

  private Pair pair(int j, int community) {
    Pair known = pairs().get(community).get(j);
    if (known == null) {
      throw new IllegalArgumentException("facility " + j + " does not reach " + community);
    }
    return known;
  }

  @Override
  public double shareOfPeople(int community, Spots spots) {
    return reach.shareOfPeople(community, spots);
  }
}
