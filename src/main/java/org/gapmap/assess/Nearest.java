package org.gapmap.assess;

import java.util.Optional;
import java.util.stream.IntStream;
import org.gapmap.domain.Facility;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The facility nearest to a community among those that serve it.
 *
 * @param number its number in the {@link ServiceIndex}
 * @param metres from the nearest point of the community; 0 inside
 * @param from that nearest point, longitude and latitude in degrees
 */
public record Nearest(Facility facility, int number, double metres, Coordinate from) {
  private static final double FIRST_LOOK_METRES = 500;
  private static final double WHOLE_EARTH_METRES = 20_040_000;

  /** Empty where no facility of these kinds serves the community. */
  public static Optional<Nearest> find(City city, ServiceIndex service, int community) {
    Search search = new Search(city, service, community);
    for (double metres = FIRST_LOOK_METRES; metres < WHOLE_EARTH_METRES; metres *= 4) {
      search.within(metres);
      if (search.bestMetres <= metres) {
        break;
      }
    }
    if (search.best < 0) {
      return Optional.empty();
    }
    return Optional.of(search.result());
  }

  /** The numbers of the facilities that serve a community and whose reach touches it, ascending. */
  public static int[] within(ServiceIndex service, int community, double straightMetres) {
    IntStream.Builder reaching = IntStream.builder();
    service.forEachReaching(community, straightMetres, reaching);
    return reaching.build().sorted().toArray();
  }

  private static final class Search {
    private final City city;
    private final ServiceIndex service;
    private final int community;
    private final double[] xy = new double[2];
    private int best = -1;
    private double bestMetres = Double.POSITIVE_INFINITY;

    Search(City city, ServiceIndex service, int community) {
      this.city = city;
      this.service = service;
      this.community = community;
    }

    void within(double metres) {
      Envelope extent = city.community(community).boundary().getEnvelopeInternal();
      service.near(extent, metres, this::consider);
    }

    private void consider(int j) {
      if (!service.serves(j, community)) {
        return;
      }
      service.project(city, community, j, xy, 0);
      double metres = city.polygon(community).distanceTo(xy[0], xy[1]);
      if (metres < bestMetres || (metres == bestMetres && j < best)) {
        best = j;
        bestMetres = metres;
      }
    }

    Nearest result() {
      service.project(city, community, best, xy, 0);
      double[] nearest = new double[2];
      city.polygon(community).nearestPoint(xy[0], xy[1], nearest);
      Coordinate from = city.plane(community).toLonLat(nearest[0], nearest[1]);
      return new Nearest(service.facility(best), best, bestMetres, from);
    }
  }
}
