package org.gapmap.assess;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gapmap.domain.Reach;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Straight lines, from the nearest point of a community. */
record StraightDistances(ServiceIndex service) implements Distances {

  @Override
  public boolean walked() {
    return false;
  }

  @Override
  public double metres(Reach reach, double radiusMetres) {
    return reach.straightMetres(radiusMetres);
  }

  @Override
  public @Nullable Distances base() {
    ServiceIndex.Derivation derivation = service.derivation();
    return derivation == null ? null : new StraightDistances(derivation.base());
  }

  @Override
  public ShareWork shares(double metres) {
    return new ShareOfArea(service, metres);
  }

  @Override
  public BitSet touched(double metres, List<PlacedFacility> changed) {
    double farthest = metres * service.largestReachFactor;
    BitSet touched = new BitSet(service.communities.size());
    for (PlacedFacility one : changed) {
      Envelope place = one.facility.place().getEnvelopeInternal();
      service.communities.near(place, farthest, touched::set);
    }
    return touched;
  }

  @Override
  public InReach within(City city, double metres) {
    return new StraightReach(city, this, metres);
  }

  @Override
  public boolean[] reachingAny(double metres) {
    boolean[] reaching = new boolean[service.size()];
    for (int i = 0; i < service.communities.size(); i++) {
      service.forEachReaching(i, metres, j -> reaching[j] = true);
    }
    return reaching;
  }

  @Override
  public NearestFinder nearest() {
    return new NearestSearch(service);
  }

  @Override
  public Optional<Nearest> nearest(City city, int community) {
    return Nearest.find(city, service, community);
  }

  @Override
  public FromFacility from(int j, double metres) {
    return new FromOne(service, j, metres);
  }

  @Override
  public List<Away> around(int community, double metres, int atLeast) {
    List<Away> all = new ArrayList<>();
    for (int j = 0; j < service.listed().size(); j++) {
      all.add(new Away(j, service.metresToCommunity(j, community)));
    }
    all.sort(
        Comparator.comparingDouble(Away::metres)
            .thenComparing(away -> service.facility(away.number()).id()));
    int shown = 0;
    while (shown < all.size() && (shown < atLeast || all.get(shown).metres() <= metres)) {
      shown++;
    }
    return all.subList(0, shown);
  }

  @Override
  public Way way(City city, int j, int community) {
    Coordinate[] line =
        ConnectingLine.between(
            city.community(community).boundary(),
            service.facility(j).place(),
            city.plane(community));
    return new Way(line[0], line[1], Optional.empty());
  }

  private record FromOne(ServiceIndex service, int j, double metres) implements FromFacility {
    @Override
    public double metresTo(int community) {
      return service.metresToCommunity(j, community);
    }

    @Override
    public double shareOfArea(int community) {
      return service.ownShare(j, community, metres);
    }

    @Override
    public double shareOfPeople(int community, Spots spots) {
      double reach = service.reachMetres(j, metres);
      double inReach = 0;
      for (int k = 0; k < spots.size(); k++) {
        inReach += spots.metresFrom(service, j, k) <= reach ? spots.amount()[k] : 0;
      }
      return Math.min(1, inReach);
    }
  }
}
