package org.gapmap.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.gapmap.assess.City;
import org.gapmap.domain.Community;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.LayerKey;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Population;
import org.gapmap.domain.Provenance;
import org.gapmap.domain.Provision;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.geo.LocalPlane;
import org.gapmap.store.CitySnapshot;
import org.gapmap.store.Completeness;
import org.gapmap.store.LayerVersion;
import org.gapmap.store.Surroundings;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A city of irregular blocks on a grid, one to a cell, with facilities strewn at random: a load for
 * benchmarks, not a likeness. Row after row of cells, so neighbours follow each other.
 *
 * @param blocks outlines in metres of the city's plane
 * @param facilities for each kind the places in the same metres
 */
record GridCity(LocalPlane plane, List<Polygon> blocks, List<List<Coordinate>> facilities) {
  private static final double CELL_METRES = 200;
  private static final int CORNERS = 17;
  private static final int BLOCKS_PER_FACILITY = 10;

  static GridCity of(int communities, int kinds) {
    SplittableRandom random = new SplittableRandom(20_000);
    GeometryFactory factory = new GeometryFactory();
    int columns = (int) Math.ceil(Math.sqrt(communities));
    double half = columns * CELL_METRES / 2;
    List<Polygon> blocks = new ArrayList<>();
    for (int i = 0; i < communities; i++) {
      int column = i % columns;
      int row = i / columns;
      double x = (column + 0.5) * CELL_METRES - half;
      double y = (row + 0.5) * CELL_METRES - half;
      Coordinate[] ring = new Coordinate[CORNERS + 1];
      for (int corner = 0; corner < CORNERS; corner++) {
        double angle = 2 * Math.PI * corner / CORNERS;
        double out = random.nextDouble(55, 98);
        ring[corner] = new Coordinate(x + out * Math.cos(angle), y + out * Math.sin(angle));
      }
      ring[CORNERS] = ring[0].copy();
      blocks.add(factory.createPolygon(ring));
    }
    List<List<Coordinate>> facilities = new ArrayList<>();
    for (int kind = 0; kind < kinds; kind++) {
      List<Coordinate> places = new ArrayList<>();
      for (int i = 0; i < communities / BLOCKS_PER_FACILITY; i++) {
        places.add(new Coordinate(random.nextDouble(-half, half), random.nextDouble(-half, half)));
      }
      facilities.add(places);
    }
    return new GridCity(LocalPlane.at(121.5, 31.25), blocks, facilities);
  }

  /** The block in degrees. */
  Polygon lonLat(int block) {
    Coordinate[] ring = blocks.get(block).getCoordinates();
    Coordinate[] degrees = new Coordinate[ring.length];
    for (int i = 0; i < ring.length; i++) {
      degrees[i] = plane.toLonLat(ring[i].x, ring[i].y);
    }
    return blocks.get(block).getFactory().createPolygon(degrees);
  }

  /** The city in memory, with a complete list of facilities for each of a standard's rows. */
  City city(ServiceStandard standard) {
    return new City(snapshot(standard), Set.of());
  }

  CitySnapshot snapshot(ServiceStandard standard) {
    List<Community> communities = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      communities.add(
          new Community(
              i + 1L,
              "",
              blocks.get(i).getFactory().createMultiPolygon(new Polygon[] {lonLat(i)}),
              Population.UNKNOWN,
              OptionalInt.empty(),
              Optional.empty(),
              new Provenance(1, "bench", "", i + 1)));
    }
    List<Facility> served = new ArrayList<>();
    List<LayerVersion> layers = new ArrayList<>();
    for (int kind = 0; kind < Math.min(facilities.size(), standard.rules().size()); kind++) {
      String id = standard.rules().get(kind).kind();
      layers.add(
          new LayerVersion(
              kind + 2,
              new LayerKey("bench", LayerType.FACILITIES, id, "bench"),
              1,
              facilities.get(kind).size(),
              new LayerVersion.Origin("", "", Instant.EPOCH),
              Completeness.ASSUMED_WHOLE_CITY,
              JsonNodeFactory.instance.objectNode()));
      for (Coordinate place : facilities.get(kind)) {
        served.add(
            new Facility(
                id,
                "",
                "",
                blocks.get(0).getFactory().createPoint(plane.toLonLat(place.x, place.y)),
                FacilityStatus.OPEN,
                FacilityAccess.PUBLIC,
                Provision.UNKNOWN,
                new Provenance(kind + 2, "bench", "", served.size() + 1)));
      }
    }
    return new CitySnapshot(
        "bench", "bench", false, 1, layers, communities, served, Surroundings.NONE);
  }
}
