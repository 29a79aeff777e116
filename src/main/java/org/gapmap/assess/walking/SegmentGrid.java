package org.gapmap.assess.walking;

/** The segments of lines by square cells, packed. Built once for the lines as they then are. */
final class SegmentGrid {
  private static final int MOST_CELLS = 1 << 22;

  /** A little more than most segments are long, so that most lie in one cell or two. */
  private static final double LEAST_CELL_METRES = 60;

  private final FlatScale scale;
  private final double cellMetres;
  private final int columns;
  private final int rows;
  private final double west;
  private final double south;
  private final int[] starts;
  private final int[] items;

  /** Of each segment its line, and its place in the line. */
  final int[] line;

  final int[] segment;

  /** Metres of both ends: x, y, x, y. */
  final double[] xy;

  SegmentGrid(LineTable lines) {
    int count = lines.segments();
    this.line = new int[count];
    this.segment = new int[count];
    this.xy = new double[4 * count];
    this.scale = FlatScale.of(lines);
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    int s = 0;
    for (int l = 0; l < lines.count(); l++) {
      double[] points = lines.points(l);
      for (int i = 0; i + 3 < points.length; i += 2) {
        line[s] = l;
        segment[s] = i / 2;
        for (int end = 0; end < 2; end++) {
          double x = scale.x(points[i + 2 * end]);
          double y = scale.y(points[i + 2 * end + 1]);
          xy[4 * s + 2 * end] = x;
          xy[4 * s + 2 * end + 1] = y;
          minX = Math.min(minX, x);
          minY = Math.min(minY, y);
          maxX = Math.max(maxX, x);
          maxY = Math.max(maxY, y);
        }
        s++;
      }
    }
    this.west = count == 0 ? 0 : minX;
    this.south = count == 0 ? 0 : minY;
    double width = count == 0 ? 0 : maxX - minX;
    double height = count == 0 ? 0 : maxY - minY;
    this.cellMetres =
        Math.max(LEAST_CELL_METRES, Math.sqrt(width / MOST_CELLS * Math.max(height, 1)));
    this.columns = 1 + (int) (width / cellMetres);
    this.rows = 1 + (int) (height / cellMetres);
    this.starts = new int[columns * rows + 1];
    for (int i = 0; i < count; i++) {
      each(i, cell -> starts[cell + 1]++);
    }
    for (int cell = 0; cell < starts.length - 1; cell++) {
      starts[cell + 1] += starts[cell];
    }
    this.items = new int[starts[starts.length - 1]];
    int[] next = starts.clone();
    for (int i = 0; i < count; i++) {
      int number = i;
      each(i, cell -> items[next[cell]++] = number);
    }
  }

  FlatScale scale() {
    return scale;
  }

  interface Cell {
    void at(int cell);
  }

  private void each(int i, Cell visited) {
    int left = column(Math.min(xy[4 * i], xy[4 * i + 2]));
    int right = column(Math.max(xy[4 * i], xy[4 * i + 2]));
    int bottom = row(Math.min(xy[4 * i + 1], xy[4 * i + 3]));
    int top = row(Math.max(xy[4 * i + 1], xy[4 * i + 3]));
    for (int r = bottom; r <= top; r++) {
      for (int c = left; c <= right; c++) {
        visited.at(r * columns + c);
      }
    }
  }

  private int column(double x) {
    return (int) Math.max(0, Math.min(columns - 1, (x - west) / cellMetres));
  }

  private int row(double y) {
    return (int) Math.max(0, Math.min(rows - 1, (y - south) / cellMetres));
  }

  int cells() {
    return columns * rows;
  }

  int first(int cell) {
    return starts[cell];
  }

  int end(int cell) {
    return starts[cell + 1];
  }

  int item(int place) {
    return items[place];
  }

  int cellOf(double x, double y) {
    return row(y) * columns + column(x);
  }

  /** Segments that may lie within {@code metres} of a place; some of them several times. */
  void near(double x, double y, double metres, Cell found) {
    int right = column(x + metres);
    int top = row(y + metres);
    for (int r = row(y - metres); r <= top; r++) {
      for (int c = column(x - metres); c <= right; c++) {
        int cell = r * columns + c;
        for (int i = starts[cell]; i < starts[cell + 1]; i++) {
          found.at(items[i]);
        }
      }
    }
  }
}
