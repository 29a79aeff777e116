package org.gapmap.assess.walking;

/**
 * A tree of boxes in degrees over the straight pieces of all edges. The pieces are taken in the
 * order of the edges, which follows Hilbert's curve, so that nothing needs sorting. Immutable.
 */
final class SegmentBoxes {
  private static final int LEAF = 8;
  private static final int BRANCH = 8;

  private final StreetGraph graph;

  /** Of each leaf the edge and the place in it of its first piece; one more. */
  private final int[] leafEdge;

  private final int[] leafPiece;

  /** West, south, east, north of each box: leaves first, then the levels above, the root last. */
  private final double[] boxes;

  /** Where each level begins, counted in boxes; the end last. */
  private final int[] levels;

  /** Something that is looked for among the pieces. */
  interface Search {
    /** How far a box is at least, by any measure. */
    double bound(double west, double south, double east, double north);

    /** Whether what is that far at least is still of interest. */
    boolean wants(double bound);

    void piece(int edge, int segment);
  }

  SegmentBoxes(StreetGraph graph) {
    this.graph = graph;
    long pieces = 0;
    for (int edge = 0; edge < graph.edges(); edge++) {
      pieces += graph.segments(edge);
    }
    int leaves = (int) ((pieces + LEAF - 1) / LEAF);
    levels = levels(leaves);
    boxes = new double[4 * levels[levels.length - 1]];
    for (int i = 0; i < boxes.length; i++) {
      boxes[i] = (i & 2) == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    leafEdge = new int[leaves + 1];
    leafPiece = new int[leaves + 1];
    fillLeaves();
    for (int level = 1; level < levels.length - 1; level++) {
      for (int below = levels[level - 1]; below < levels[level]; below++) {
        int box = levels[level] + (below - levels[level - 1]) / BRANCH;
        widen(box, boxes[4 * below], boxes[4 * below + 1]);
        widen(box, boxes[4 * below + 2], boxes[4 * below + 3]);
      }
    }
  }

  private static int[] levels(int leaves) {
    int count = 1;
    for (int width = leaves; width > 1; width = (width + BRANCH - 1) / BRANCH) {
      count++;
    }
    int[] levels = new int[count + 1];
    int width = leaves;
    for (int level = 0; level < count; level++) {
      levels[level + 1] = levels[level] + width;
      width = (width + BRANCH - 1) / BRANCH;
    }
    return levels;
  }

  private void fillLeaves() {
    int number = 0;
    for (int edge = 0; edge < graph.edges(); edge++) {
      int segments = graph.segments(edge);
      for (int i = 0; i < segments; i++) {
        int leaf = number / LEAF;
        if (number++ % LEAF == 0) {
          leafEdge[leaf] = edge;
          leafPiece[leaf] = i;
        }
        widen(leaf, graph.lineLon(edge, i), graph.lineLat(edge, i));
        widen(leaf, graph.lineLon(edge, i + 1), graph.lineLat(edge, i + 1));
      }
    }
    leafEdge[leafEdge.length - 1] = graph.edges();
  }

  private void widen(int box, double lon, double lat) {
    boxes[4 * box] = Math.min(boxes[4 * box], lon);
    boxes[4 * box + 1] = Math.min(boxes[4 * box + 1], lat);
    boxes[4 * box + 2] = Math.max(boxes[4 * box + 2], lon);
    boxes[4 * box + 3] = Math.max(boxes[4 * box + 3], lat);
  }

  /** Goes through the boxes of interest, of those that lie in one the nearest first. */
  void search(Search search) {
    if (boxes.length == 0) {
      return;
    }
    int top = levels.length - 2;
    int[] box = new int[1 + BRANCH * levels.length];
    int[] levelOf = new int[box.length];
    double[] bound = new double[box.length];
    box[0] = levels[top];
    levelOf[0] = top;
    bound[0] = bound(search, box[0]);
    int waiting = 1;
    while (waiting > 0) {
      waiting--;
      if (!search.wants(bound[waiting])) {
        continue;
      }
      int level = levelOf[waiting];
      if (level == 0) {
        leaf(search, box[waiting]);
        continue;
      }
      int from = levels[level - 1] + (box[waiting] - levels[level]) * BRANCH;
      int end = Math.min(from + BRANCH, levels[level]);
      int first = waiting;
      for (int below = from; below < end; below++) {
        double far = bound(search, below);
        if (search.wants(far)) {
          int at = waiting++;
          while (at > first && bound[at - 1] < far) {
            bound[at] = bound[at - 1];
            box[at] = box[at - 1];
            at--;
          }
          bound[at] = far;
          box[at] = below;
          levelOf[waiting - 1] = level - 1;
        }
      }
    }
  }

  private double bound(Search search, int box) {
    int at = 4 * box;
    return search.bound(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]);
  }

  private void leaf(Search search, int leaf) {
    int edge = leafEdge[leaf];
    int segment = leafPiece[leaf];
    for (int i = 0; i < LEAF && edge < graph.edges(); i++) {
      search.piece(edge, segment++);
      if (segment == graph.segments(edge)) {
        edge++;
        segment = 0;
      }
    }
  }
}
