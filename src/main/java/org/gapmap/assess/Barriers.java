package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gapmap.assess.walking.CompoundParts;
import org.gapmap.assess.walking.Compounds;
import org.gapmap.domain.LandParcel;
import org.gapmap.domain.LandUseClass;
import org.gapmap.domain.StreetRule;
import org.gapmap.domain.Streets;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Finds what lies between two places. Immutable once made, and safe for any number of threads. */
final class Barriers {
  private static final GeometryFactory LINES = new GeometryFactory();

  private final City city;
  private final WalkNetwork network;
  private final HPRtree water = new HPRtree();
  private final HPRtree roads = new HPRtree();
  private final HPRtree compounds = new HPRtree();

  private record Named(String name, PreparedGeometry shape) {}

  Barriers(City city, CityWalks walks) {
    this.city = city;
    this.network = walks.network();
    for (LandParcel parcel : city.surroundings().landUse()) {
      if (parcel.use() == LandUseClass.WATER) {
        insert(water, "", parcel.shape());
      }
    }
    Streets streets = network.streets();
    for (int street = 0; street < streets.size(); street++) {
      // What runs over or under the line is in nobody's way.
      if (streets.rule(street) == StreetRule.MOTORWAY
          && !streets.isBridge(street)
          && !streets.isTunnel(street)) {
        insert(roads, streets.name(street), line(streets.line(street)));
      }
    }
    for (int i = 0; i < city.size(); i++) {
      compounds.insert(city.community(i).boundary().getEnvelopeInternal(), i);
    }
    water.build();
    roads.build();
    compounds.build();
  }

  private static void insert(HPRtree tree, String name, Geometry shape) {
    tree.insert(
        shape.getEnvelopeInternal(), new Named(name, PreparedGeometryFactory.prepare(shape)));
  }

  private static LineString line(double... lonLat) {
    Coordinate[] points = new Coordinate[lonLat.length / 2];
    for (int k = 0; k < points.length; k++) {
      points[k] = new Coordinate(lonLat[2 * k], lonLat[2 * k + 1]);
    }
    return LINES.createLineString(points);
  }

  /** Whether a straight line crosses water. */
  boolean crossesWater(double lonA, double latA, double lonB, double latB) {
    return crossed(water, line(lonA, latA, lonB, latB)).isPresent();
  }

  /**
   * The first of {@link Barrier.Type} that a line from a place of a community crosses. That it is
   * there is certain; that it is why people walk so far is likely, and no more.
   */
  Barrier between(int community, Coordinate from, Coordinate to) {
    LineString line = line(from.x, from.y, to.x, to.y);
    Optional<String> found = crossed(water, line);
    if (found.isPresent()) {
      return new Barrier(Barrier.Type.WATER, found.get());
    }
    found = crossed(roads, line);
    if (found.isPresent()) {
      return new Barrier(Barrier.Type.ROAD, found.get());
    }
    if (walled(community) && leaves(community, line)) {
      return new Barrier(Barrier.Type.OWN_WALL, city.community(community).name());
    }
    return compound(community, line)
        .map(i -> new Barrier(Barrier.Type.COMPOUND, city.community(i).name()))
        .orElseGet(() -> new Barrier(Barrier.Type.NO_WAY, ""));
  }

  private static Optional<String> crossed(HPRtree tree, LineString line) {
    List<String> names = new ArrayList<>();
    for (Object each : tree.query(line.getEnvelopeInternal())) {
      Named one = (Named) each;
      if (one.shape().intersects(line)) {
        names.add(one.name());
      }
    }
    return names.stream().min(Comparator.comparing(String::isEmpty).thenComparing(name -> name));
  }

  private boolean walled(int community) {
    Compounds all = network.compounds();
    CompoundParts parts = all.parts();
    return IntStream.range(parts.firstPart(community), parts.lastPart(community))
        .anyMatch(all.walls()::walled);
  }

  private boolean leaves(int community, LineString line) {
    return !city.community(community).boundary().covers(line);
  }

  /** The other community of which the line crosses most. */
  private Optional<Integer> compound(int own, LineString line) {
    int most = -1;
    double longest = 0;
    for (Object each : compounds.query(line.getEnvelopeInternal())) {
      int i = (Integer) each;
      Geometry boundary = city.community(i).boundary();
      double length =
          i == own || !boundary.intersects(line) ? 0 : boundary.intersection(line).getLength();
      if (length > longest || (length == longest && length > 0 && i < most)) {
        most = i;
        longest = length;
      }
    }
    return most < 0 ? Optional.empty() : Optional.of(most);
  }
}
