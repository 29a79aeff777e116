package org.gapmap.assess;

import java.util.Arrays;
import java.util.List;
import org.gapmap.assess.coverage.CellFractions;
import org.gapmap.domain.PopulationGrid;
import org.gapmap.geo.CoordinateOutOfRange;
import org.gapmap.geo.Geocentric;
import org.gapmap.geo.IntoSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The people whom a raster puts into a polygon: each cell's number times the exact fraction of the
 * cell inside, its people taken to live evenly over the cell. Safe for threads.
 */
final class GridPeople {
  /** A raster that knows less of a community than this says nothing about it. */
  private static final double LEAST_KNOWN_SHARE = 0.5;

  /** Nor does one that ends within it: what lies beyond its edge is not empty, but unknown. */
  private static final double LEAST_SHARE_WITHIN_ITS_EDGES = 0.99;

  private final List<PopulationGrid> grids;
  private final List<IntoSystem> systems;

  GridPeople(List<PopulationGrid> grids) {
    this.grids = grids;
    this.systems =
        grids.stream().map(grid -> IntoSystem.of(grid.crs(), grid.provenance().file())).toList();
  }

  /**
   * The people of the first raster that knows most of the polygon, one spot for each piece of a
   * cell; {@link Spots#NONE} where none does. Cells without data hold nobody as far as is known:
   * rasters of settled land leave the rest empty.
   *
   * @param lonLat the polygon in degrees
   */
  Spots in(Geometry lonLat) {
    for (int g = 0; g < grids.size(); g++) {
      Spots spots = in(grids.get(g), systems.get(g), lonLat);
      if (spots.size() > 0) {
        return spots;
      }
    }
    return Spots.NONE;
  }

  private static Spots in(PopulationGrid grid, IntoSystem system, Geometry lonLat) {
    Geometry polygon;
    try {
      polygon = system.apply(lonLat);
    } catch (CoordinateOutOfRange farAway) {
      return Spots.NONE;
    }
    AffineTransformation toCells =
        AffineTransformation.translationInstance(-grid.west(), -grid.north())
            .scale(1 / grid.cellWidth(), -1 / grid.cellHeight());
    Geometry cells = toCells.transform(polygon);
    double all = cells.getArea();
    Geometry within = within(new Envelope(0, grid.columns(), 0, grid.rows()), cells);
    if (within.getArea() < LEAST_SHARE_WITHIN_ITS_EDGES * all) {
      return Spots.NONE;
    }
    Pieces pieces = new Pieces(grid);
    CellFractions.of(within).forEach(pieces);
    if (pieces.known < LEAST_KNOWN_SHARE * all || pieces.count == 0) {
      return Spots.NONE;
    }
    return pieces.spots(system);
  }

  /** The polygon within the raster: a large one around a small raster has cells without number. */
  private static Geometry within(Envelope edges, Geometry cells) {
    Envelope extent = cells.getEnvelopeInternal();
    if (edges.contains(extent)) {
      return cells;
    }
    if (!edges.intersects(extent)) {
      return cells.getFactory().createPolygon();
    }
    Geometry cut =
        OverlayNGRobust.overlay(
            cells, cells.getFactory().toGeometry(edges), OverlayNG.INTERSECTION);
    return cells.getFactory().buildGeometry(PolygonExtracter.getPolygons(cut));
  }

  /** Gathers the pieces of cells that have data. */
  private static final class Pieces implements CellFractions.Visitor {
    private final PopulationGrid grid;
    private double[] xy = new double[32];
    private double[] people = new double[16];
    private int count;
    private double known;

    Pieces(PopulationGrid grid) {
      this.grid = grid;
    }

    @Override
    public void cell(int column, int row, double fraction, double x, double y) {
      if (column < 0 || column >= grid.columns() || row < 0 || row >= grid.rows()) {
        return;
      }
      float here = grid.people()[row * grid.columns() + column];
      if (Float.isNaN(here)) {
        return;
      }
      known += fraction;
      if (count == people.length) {
        people = Arrays.copyOf(people, 2 * count);
        xy = Arrays.copyOf(xy, 4 * count);
      }
      xy[2 * count] = grid.west() + x * grid.cellWidth();
      xy[2 * count + 1] = grid.north() - y * grid.cellHeight();
      people[count++] = here * fraction;
    }

    Spots spots(IntoSystem system) {
      system.toLonLat(xy, count);
      double[] places = new double[3 * count];
      for (int k = 0; k < count; k++) {
        Geocentric.of(xy[2 * k], xy[2 * k + 1], places, 3 * k);
      }
      return new Spots(places, Arrays.copyOf(people, count));
    }
  }
}
