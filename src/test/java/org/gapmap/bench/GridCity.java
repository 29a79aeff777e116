package org.gapmap.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gapmap.geo.LocalPlane;
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
}
