package org.gapmap.assess.walking;

import java.util.function.IntConsumer;

/**
 * Boxes in degrees, found again by a box that touches them. Even cells; a box stands in each cell
 * that it touches, and is offered in one of them. Immutable, and safe for any number of threads.
 */
final class BoxGrid {
  private static final int BOX = 4;
  private static final int CELLS_PER_BOX = 2;
  private static final int MOST_CELLS = 1 << 22;

  private final double[] boxes;
  private final double west;
  private final double south;
  private final double cellWidth;
  private final double cellHeight;
  private final int columns;
  private final int rows;
  private final int[] cellStart;
  private final int[] inCell;

  /**
   * @param boxes west, south, east and north of each
   */
  BoxGrid(double[] boxes) {
    this.boxes = boxes;
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < boxes.length; i += BOX) {
      minX = Math.min(minX, boxes[i]);
      minY = Math.min(minY, boxes[i + 1]);
      maxX = Math.max(maxX, boxes[i + 2]);
      maxY = Math.max(maxY, boxes[i + 3]);
    }
    int count = boxes.length / BOX;
    int along = (int) Math.sqrt(Math.min(MOST_CELLS, Math.max(1, CELLS_PER_BOX * count)));
    west = count == 0 ? 0 : minX;
    south = count == 0 ? 0 : minY;
    columns = along;
    rows = along;
    cellWidth = Math.max(1e-9, count == 0 ? 1 : (maxX - minX) / along);
    cellHeight = Math.max(1e-9, count == 0 ? 1 : (maxY - minY) / along);
    cellStart = new int[columns * rows + 1];
    for (int i = 0; i < count; i++) {
      forEachCell(i, cell -> cellStart[cell + 1]++);
    }
    for (int cell = 0; cell < columns * rows; cell++) {
      cellStart[cell + 1] += cellStart[cell];
    }
    inCell = new int[cellStart[columns * rows]];
    int[] next = cellStart.clone();
    for (int i = 0; i < count; i++) {
      int item = i;
      forEachCell(i, cell -> inCell[next[cell]++] = item);
    }
  }

  private void forEachCell(int item, IntConsumer cell) {
    int east = column(boxes[BOX * item + 2]);
    int north = row(boxes[BOX * item + 3]);
    for (int row = row(boxes[BOX * item + 1]); row <= north; row++) {
      for (int column = column(boxes[BOX * item]); column <= east; column++) {
        cell.accept(row * columns + column);
      }
    }
  }

  private int column(double x) {
    return (int) Math.max(0, Math.min(columns - 1, Math.floor((x - west) / cellWidth)));
  }

  private int row(double y) {
    return (int) Math.max(0, Math.min(rows - 1, Math.floor((y - south) / cellHeight)));
  }

  /** Offers, once each, the boxes that touch another. */
  void touching(double minX, double minY, double maxX, double maxY, IntConsumer item) {
    int firstColumn = column(minX);
    int firstRow = row(minY);
    int lastColumn = column(maxX);
    int lastRow = row(maxY);
    for (int row = firstRow; row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        int cell = row * columns + column;
        for (int k = cellStart[cell]; k < cellStart[cell + 1]; k++) {
          int at = BOX * inCell[k];
          if (boxes[at] <= maxX
              && boxes[at + 2] >= minX
              && boxes[at + 1] <= maxY
              && boxes[at + 3] >= minY
              // Of the cells that both touch, the one in the south-west offers it.
              && column == Math.max(firstColumn, column(boxes[at]))
              && row == Math.max(firstRow, row(boxes[at + 1]))) {
            item.accept(inCell[k]);
          }
        }
      }
    }
  }
}
