package org.gapmap.assess;

import java.util.Optional;
import java.util.stream.IntStream;
import org.gapmap.domain.Facility;
import org.gapmap.geo.LocalPlane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * The facility nearest to a community among those that serve it.
 *
 * @param number its number in the {@link ServiceIndex}
 * @param metres from the nearest point of the community, 0 inside; on foot from the nearest of the
 *     places that stand for its area
 * @param from that nearest point, longitude and latitude in degrees
 * @param to the facility's point, or the nearest point of its area
 * @param walk how one gets there along streets; empty where it is a straight line
 */
public record Nearest(
    Facility facility,
    int number,
    double metres,
    Coordinate from,
    Coordinate to,
    Optional<Walk> walk) {

  /** Empty where no facility of these kinds serves the community. */
  public static Optional<Nearest> find(City city, ServiceIndex service, int community) {
    NearestSearch search = new NearestSearch(service);
    int best = search.find(community);
    if (best < 0) {
      return Optional.empty();
    }
    LineSegment line = service.lineToCommunity(best, community);
    LocalPlane plane = city.plane(community);
    return Optional.of(
        new Nearest(
            service.facility(best),
            best,
            search.metres(),
            plane.toLonLat(line.p1.x, line.p1.y),
            service.area(best) == null
                ? service.facility(best).place().getCoordinate().copy()
                : plane.toLonLat(line.p0.x, line.p0.y),
            Optional.empty()));
  }

  /** The same as a coverage measures it. */
  public static Optional<Nearest> find(KindCoverage coverage, int community) {
    return coverage.distances().nearest(coverage.city(), community);
  }

  /** The numbers of the facilities in whose reach a community is, ascending. */
  public static int[] within(KindCoverage coverage, int community) {
    IntStream.Builder reaching = IntStream.builder();
    coverage.inReach().forEach(community, reaching::add);
    return reaching.build().sorted().toArray();
  }

  /** The numbers of the facilities that serve a community and whose reach touches it, ascending. */
  public static int[] within(ServiceIndex service, int community, double straightMetres) {
    IntStream.Builder reaching = IntStream.builder();
    service.forEachReaching(community, straightMetres, reaching);
    return reaching.build().sorted().toArray();
  }
}
