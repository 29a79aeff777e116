package org.gapmap.assess;

import java.util.Optional;
import java.util.stream.IntStream;
import org.gapmap.domain.Facility;
import org.locationtech.jts.geom.Coordinate;

/**
 * The facility nearest to a community among those that serve it.
 *
 * @param number its number in the {@link ServiceIndex}
 * @param metres from the nearest point of the community; 0 inside
 * @param from that nearest point, longitude and latitude in degrees
 */
public record Nearest(Facility facility, int number, double metres, Coordinate from) {

  /** Empty where no facility of these kinds serves the community. */
  public static Optional<Nearest> find(City city, ServiceIndex service, int community) {
    NearestSearch search = new NearestSearch(service);
    int best = search.find(community);
    if (best < 0) {
      return Optional.empty();
    }
    double[] xy = new double[2];
    service.project(community, best, xy, 0);
    double[] nearest = new double[2];
    city.polygon(community).nearestPoint(xy[0], xy[1], nearest);
    Coordinate from = city.plane(community).toLonLat(nearest[0], nearest[1]);
    return Optional.of(new Nearest(service.facility(best), best, search.metres(), from));
  }

  /** The numbers of the facilities that serve a community and whose reach touches it, ascending. */
  public static int[] within(ServiceIndex service, int community, double straightMetres) {
    IntStream.Builder reaching = IntStream.builder();
    service.forEachReaching(community, straightMetres, reaching);
    return reaching.build().sorted().toArray();
  }
}
