package org.gapmap.assess;

import java.util.Arrays;

/**
 * Places sorted into the cells of a grid in degrees, row after row: what lies between two columns
 * of a row is one run of numbers. A cell holds two places on average; those beyond the grid belong
 * to its outermost cells, as the windows that are asked for do, so a stray place costs little and
 * hides nothing. Immutable.
 */
final class PlaceCells {
  private static final int PLACES_PER_CELL = 2;
  private static final int SAMPLE = 1000;

  /** The grid spans what is left of the sample without this share at either end. */
  private static final double STRAY = 0.02;

  private final double west;
  private final double south;
  private final double columnsPerDegree;
  private final double rowsPerDegree;
  private final int columns;
  private final int rows;
  private final int[] starts;
  private final int[] order;

  PlaceCells(double[] lon, double[] lat) {
    int n = lon.length;
    double[] across = spanOf(lon);
    double[] along = spanOf(lat);
    west = across[0];
    south = along[0];
    double width = (across[1] - west) * Math.cos(Math.toRadians((along[0] + along[1]) / 2));
    double height = along[1] - south;
    double cells = 1 + n / PLACES_PER_CELL;
    columns = between(1, Math.sqrt(cells * width / height), n);
    rows = between(1, cells / columns, n);
    columnsPerDegree = columns / (across[1] - west);
    rowsPerDegree = rows / height;
    starts = new int[columns * rows + 1];
    order = new int[n];
    sort(lon, lat);
  }

  /** The grid of others, with these places in its cells. */
  private PlaceCells(PlaceCells grid, double[] lon, double[] lat) {
    west = grid.west;
    south = grid.south;
    columns = grid.columns;
    rows = grid.rows;
    columnsPerDegree = grid.columnsPerDegree;
    rowsPerDegree = grid.rowsPerDegree;
    starts = new int[columns * rows + 1];
    order = new int[lon.length];
    sort(lon, lat);
  }

  /** Other places; on the same grid, which is quicker, where they are not many more. */
  PlaceCells holding(double[] lon, double[] lat) {
    return lon.length <= 2 * order.length
        ? new PlaceCells(this, lon, lat)
        : new PlaceCells(lon, lat);
  }

  private void sort(double[] lon, double[] lat) {
    int[] cell = new int[lon.length];
    for (int i = 0; i < cell.length; i++) {
      cell[i] = row(lat[i]) * columns + column(lon[i]);
      starts[cell[i] + 1]++;
    }
    for (int c = 0; c < columns * rows; c++) {
      starts[c + 1] += starts[c];
    }
    int[] next = starts.clone();
    for (int i = 0; i < cell.length; i++) {
      order[next[cell[i]]++] = i;
    }
  }

  /** Which place has each number: the runs are numbered through. */
  int[] order() {
    return order;
  }

  int column(double lon) {
    return Math.max(0, Math.min(columns - 1, (int) ((lon - west) * columnsPerDegree)));
  }

  int row(double lat) {
    return Math.max(0, Math.min(rows - 1, (int) ((lat - south) * rowsPerDegree)));
  }

  /** The first number in a cell. */
  int from(int row, int column) {
    return starts[row * columns + column];
  }

  /** The number just behind those in a cell. */
  int to(int row, int column) {
    return starts[row * columns + column + 1];
  }

  /** The ends of most of the values, a little widened; never the same. */
  private static double[] spanOf(double[] values) {
    if (values.length == 0) {
      return new double[] {0, 1};
    }
    int step = 1 + values.length / SAMPLE;
    double[] sample = new double[(values.length + step - 1) / step];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = values[i * step];
    }
    Arrays.sort(sample);
    int stray = (int) (STRAY * sample.length);
    double low = sample[stray];
    double high = sample[sample.length - 1 - stray];
    double margin = Math.max(0.05 * (high - low), 1e-6);
    return new double[] {low - margin, high + margin};
  }

  private static int between(int least, double value, int most) {
    return (int) Math.max(least, Math.min(value, most));
  }
}
