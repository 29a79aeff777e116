package org.gapmap.assess.coverage;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Which share of each raster cell lies inside a polygon with holes, exactly, and where the middle
 * of that share is.
 *
 * <p>In raster coordinates: x counts columns to the right, y counts rows, and cell (c, r) is the
 * square from (c, r) to (c + 1, r + 1). The polygon is the sum, over its edges, of what lies to the
 * right of each edge, up counting against down. An edge is cut where it crosses cells; each piece
 * adds the closed-form area and moments of the strip to its right within its own cell, and its
 * height to every cell further right, which one running sum per row hands on. So the work grows
 * with the cells that the boundary crosses and with the cells of its bounding box.
 */
public final class CellFractions {
  /** Cells of which no more than this lies inside are rounding. */
  private static final double ROUNDING = 1e-12;

  private final int firstColumn;
  private final int firstRow;
  private final int columns;
  private final int rows;
  private final double[] area;
  private final double[] momentX;
  private final double[] momentY;

  /** Height of the edges left of and in each cell's column, and its moment, to hand on. */
  private final double[] height;

  private final double[] heightMoment;

  /** Takes one cell that lies inside, wholly or in part. */
  public interface Visitor {
    /**
     * @param fraction of the cell that lies inside, in (0, 1]
     * @param x middle of that part, in raster coordinates
     */
    void cell(int column, int row, double fraction, double x, double y);
  }

  private CellFractions(List<double[]> rings) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (double[] ring : rings) {
      for (int i = 0; i < ring.length; i += 2) {
        minX = Math.min(minX, ring[i]);
        maxX = Math.max(maxX, ring[i]);
        minY = Math.min(minY, ring[i + 1]);
        maxY = Math.max(maxY, ring[i + 1]);
      }
    }
    firstColumn = rings.isEmpty() ? 0 : (int) Math.floor(minX);
    firstRow = rings.isEmpty() ? 0 : (int) Math.floor(minY);
    columns = rings.isEmpty() ? 0 : (int) Math.ceil(maxX) - firstColumn + 1;
    rows = rings.isEmpty() ? 0 : (int) Math.ceil(maxY) - firstRow + 1;
    int cells = Math.multiplyExact(columns, rows);
    area = new double[cells];
    momentX = new double[cells];
    momentY = new double[cells];
    height = new double[cells];
    heightMoment = new double[cells];
    for (double[] ring : rings) {
      for (int i = 0; i + 3 < ring.length; i += 2) {
        addEdge(
            ring[i] - firstColumn,
            ring[i + 1] - firstRow,
            ring[i + 2] - firstColumn,
            ring[i + 3] - firstRow);
      }
    }
    handOn();
  }

  /**
   * @param polygon polygons in raster coordinates, valid, in any orientation
   * @throws IllegalArgumentException if the geometry holds anything but polygons
   * @throws ArithmeticException if its bounding box holds more than 2^31 cells
   */
  public static CellFractions of(Geometry polygon) {
    List<double[]> rings = new ArrayList<>();
    for (int part = 0; part < polygon.getNumGeometries(); part++) {
      if (!(polygon.getGeometryN(part) instanceof Polygon one)) {
        throw new IllegalArgumentException(
            "a " + polygon.getGeometryN(part).getGeometryType() + " holds no cells");
      }
      if (one.isEmpty()) {
        continue;
      }
      rings.add(ring(one.getExteriorRing(), true));
      for (int hole = 0; hole < one.getNumInteriorRing(); hole++) {
        rings.add(ring(one.getInteriorRingN(hole), false));
      }
    }
    return new CellFractions(rings);
  }

  /** Offers every cell that lies inside, row by row. */
  public void forEach(Visitor visitor) {
    for (int at = 0; at < area.length; at++) {
      if (area[at] > ROUNDING) {
        visitor.cell(
            firstColumn + at % columns,
            firstRow + at / columns,
            Math.min(1, area[at]),
            firstColumn + momentX[at] / area[at],
            firstRow + momentY[at] / area[at]);
      }
    }
  }

  /** A ring's points, so turned that what lies to the right of upward edges is its inside. */
  private static double[] ring(LinearRing ring, boolean shell) {
    CoordinateSequence points = ring.getCoordinateSequence();
    double doubled = 0;
    double x0 = points.getX(0);
    double y0 = points.getY(0);
    for (int i = 0; i + 1 < points.size(); i++) {
      doubled +=
          (points.getX(i) - x0) * (points.getY(i + 1) - y0)
              - (points.getX(i + 1) - x0) * (points.getY(i) - y0);
    }
    boolean turned = (doubled < 0) != shell;
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      int from = turned ? points.size() - 1 - i : i;
      xy[2 * i] = points.getX(from);
      xy[2 * i + 1] = points.getY(from);
    }
    return xy;
  }

  /** Cuts an edge at the rows that it crosses, and each piece at the columns. */
  private void addEdge(double ax, double ay, double bx, double by) {
    if (ay == by) {
      return;
    }
    int step = by > ay ? 1 : -1;
    double slope = (bx - ax) / (by - ay);
    int row = step > 0 ? (int) Math.floor(ay) : (int) Math.ceil(ay) - 1;
    double x = ax;
    double y = ay;
    while (y != by) {
      double limit = step > 0 ? row + 1 : row;
      boolean last = step > 0 ? by <= limit : by >= limit;
      double nextY = last ? by : limit;
      double nextX = last ? bx : between(ax, ax + slope * (limit - ay), bx);
      addWithinRow(row, x, y, nextX, nextY);
      x = nextX;
      y = nextY;
      row += step;
    }
  }

  private void addWithinRow(int row, double ax, double ay, double bx, double by) {
    int step = bx > ax ? 1 : -1;
    double slope = bx == ax ? 0 : (by - ay) / (bx - ax);
    int column = step > 0 ? (int) Math.floor(ax) : Math.max(0, (int) Math.ceil(ax) - 1);
    double x = ax;
    double y = ay;
    while (true) {
      double limit = step > 0 ? column + 1 : column;
      if (step > 0 ? bx <= limit : bx >= limit) {
        addWithinCell(column, row, x, y, bx, by);
        return;
      }
      double nextY = ay + slope * (limit - ax);
      addWithinCell(column, row, x, y, limit, nextY);
      x = limit;
      y = nextY;
      column += step;
    }
  }

  private static double between(double a, double x, double b) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), x));
  }

  /** The strip between a piece of an edge and the right side of its cell. */
  private void addWithinCell(int column, int row, double ax, double ay, double bx, double by) {
    int at = row * columns + column;
    double dy = by - ay;
    double right = column + 1.0;
    double u = right - ax;
    double v = right - bx;
    double strip = dy * (u + v) / 2;
    area[at] += strip;
    momentX[at] += right * strip - dy * (u * u + u * v + v * v) / 6;
    momentY[at] += dy * (2 * ay * u + ay * v + by * u + 2 * by * v) / 6;
    height[at] += dy;
    heightMoment[at] += dy * (ay + by) / 2;
  }

  private void handOn() {
    for (int row = 0; row < rows; row++) {
      double left = 0;
      double leftMoment = 0;
      for (int column = 0; column < columns; column++) {
        int at = row * columns + column;
        area[at] += left;
        momentX[at] += left * (column + 0.5);
        momentY[at] += leftMoment;
        left += height[at];
        leftMoment += heightMoment[at];
      }
    }
  }
}
