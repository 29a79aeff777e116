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

/**
 * The people whom a raster puts into a polygon: each cell's number times the exact fraction of the
 * cell inside, its people taken to live evenly over the cell. Safe for threads.
 */
final class GridPeople {
  /** A raster that knows less of a community than this says nothing about it. */
  private static final double LEAST_KNOWN_SHARE = 0.5;

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
    if (!cells.getEnvelopeInternal().intersects(new Envelope(0, grid.columns(), 0, grid.rows()))) {
      return Spots.NONE;
    }
    Pieces pieces = new Pieces(grid);
    CellFractions.of(cells).forEach(pieces);
    if (pieces.known < LEAST_KNOWN_SHARE * pieces.all || pieces.count == 0) {
      return Spots.NONE;
    }
    return pieces.spots(system);
  }

  /** Gathers the pieces of cells that have data. */
  private static final class Pieces implements CellFractions.Visitor {
    private final PopulationGrid grid;
    private double[] xy = new double[32];
    private double[] people = new double[16];
    private int count;
    private double known;
    private double all;

    Pieces(PopulationGrid grid) {
      this.grid = grid;
    }

    @Override
    public void cell(int column, int row, double fraction, double x, double y) {
      all += fraction;
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
