package org.gapmap.tile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one tile out of a layer. Vertices that the zoom does not need are left out, so that nothing
 * moves by more than a quarter of a pixel, and the rest is rounded to sixteenths of one. For one
 * thread and one tile.
 */
final class TileCutter {
  /** Beyond the tile's edge, so that outlines meet across tiles unseen: 4 pixels, 10 of lines. */
  private static final int MARGIN = 64;

  private static final int MARGIN_OF_LINES = 160;

  /**
   * A thousand kilometres beyond the closest tile's edge, so that sums of two stay whole numbers.
   */
  private static final long FARTHEST = 1L << 29;

  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE = 7 | 1 << 3;
  private static final int CELLS = WorldSquare.PIXELS_PER_TILE + 2 * (MARGIN / 16);

  private final TileLayer layer;
  private final int zoom;
  private final long west;
  private final long north;
  private final BoxClip areas = new BoxClip(-MARGIN, VectorTileWriter.EXTENT + MARGIN);
  private final BoxClip lines =
      new BoxClip(-MARGIN_OF_LINES, VectorTileWriter.EXTENT + MARGIN_OF_LINES);
  private final VectorTileWriter writer;

  // The feature under way.
  private final GrowingInts geometry = new GrowingInts();
  private final GrowingInts vertices = new GrowingInts();
  private int type;
  private int lastX;
  private int lastY;
  private int speck;
  private boolean outlineKept;

  TileCutter(TileLayer layer, int zoom, int column, int row) {
    this.layer = layer;
    this.zoom = zoom;
    this.west = WorldSquare.edge(zoom, column);
    this.north = WorldSquare.edge(zoom, row);
    this.writer = new VectorTileWriter(layer.name);
  }

  byte[] cut() {
    int[] parts = partsWithin();
    int[] largest = layer.small == TileLayer.Small.POINT ? largestSpecks(parts) : new int[0];
    int feature = -1;
    List<@Nullable Object> shown = List.of();
    begin();
    for (int part : parts) {
      if (layer.partFeature[part] != feature) {
        List<@Nullable Object> next = shownOf(layer.features[layer.partFeature[part]]);
        if (feature >= 0 && !(layer.small == TileLayer.Small.NOTHING && next.equals(shown))) {
          finish(layer.features[feature], shown);
        }
        feature = layer.partFeature[part];
        shown = next;
      }
      take(part, largest);
    }
    if (feature >= 0) {
      finish(layer.features[feature], shown);
    }
    return writer.toArray(layer.keys);
  }

  private int[] partsWithin() {
    long margin = WorldSquare.tileWidth(zoom) * MARGIN_OF_LINES / VectorTileWriter.EXTENT;
    long east = west + WorldSquare.tileWidth(zoom) + margin;
    long south = north + WorldSquare.tileWidth(zoom) + margin;
    GrowingInts within = new GrowingInts();
    int[] box = layer.partBox;
    for (int part = 0; part < layer.parts(); part++) {
      int at = 4 * part;
      if (box[at] <= east
          && box[at + 1] <= south
          && box[at + 2] >= west - margin
          && box[at + 3] >= north - margin
          && layer.features[layer.partFeature[part]].fromZoom() <= zoom) {
        within.add(part);
      }
    }
    return within.toArray();
  }

  /** For each pixel of the tile and its margin, one more than its largest speck; 0 for none. */
  private int[] largestSpecks(int[] parts) {
    int[] largest = new int[0];
    for (int part : parts) {
      if (layer.partKind[part] == TileLayer.Part.OUTLINE && isSpeck(part)) {
        int cell = cellOf(part);
        if (cell >= 0) {
          largest = largest.length == 0 ? new int[CELLS * CELLS] : largest;
          if (largest[cell] == 0 || boxArea(part) > boxArea(largest[cell] - 1)) {
            largest[cell] = part + 1;
          }
        }
      }
    }
    return largest;
  }

  /** The pixel that a part's middle lies in; -1 beyond the margin. */
  private int cellOf(int part) {
    int column = Math.floorDiv(middleX(part) + MARGIN, 16);
    int row = Math.floorDiv(middleY(part) + MARGIN, 16);
    boolean within = column >= 0 && row >= 0 && column < CELLS && row < CELLS;
    return within ? row * CELLS + column : -1;
  }

  private boolean isSpeck(int part) {
    int at = 4 * part;
    long pixel = WorldSquare.pixel(zoom);
    return (long) layer.partBox[at + 2] - layer.partBox[at] < pixel
        && (long) layer.partBox[at + 3] - layer.partBox[at + 1] < pixel;
  }

  private double boxArea(int part) {
    int at = 4 * part;
    return ((double) layer.partBox[at + 2] - layer.partBox[at])
        * ((double) layer.partBox[at + 3] - layer.partBox[at + 1]);
  }

  private int middleX(int part) {
    return column(((long) layer.partBox[4 * part] + layer.partBox[4 * part + 2]) / 2);
  }

  private int middleY(int part) {
    return row(((long) layer.partBox[4 * part + 1] + layer.partBox[4 * part + 3]) / 2);
  }

  private int column(long x) {
    return toTile(x - west);
  }

  private int row(long y) {
    return toTile(y - north);
  }

  /** Rounds the same way in every tile, so that neighbours and tiles meet. */
  private int toTile(long units) {
    int bits = 20 - zoom;
    long own = bits > 0 ? (units + (1L << (bits - 1))) >> bits : units << -bits;
    return (int) Math.max(-FARTHEST, Math.min(FARTHEST, own));
  }

  private List<@Nullable Object> shownOf(TileLayer.Feature feature) {
    List<@Nullable Object> shown = new ArrayList<>(feature.values());
    for (int key = 0; key < shown.size(); key++) {
      if (layer.keys.get(key).fromZoom() > zoom) {
        shown.set(key, null);
      }
    }
    return shown;
  }

  private void begin() {
    geometry.cutTo(0);
    type = 0;
    lastX = 0;
    lastY = 0;
    speck = -1;
    outlineKept = false;
  }

  private void finish(TileLayer.Feature feature, List<@Nullable Object> shown) {
    if (geometry.size() == 0 && speck >= 0) {
      type = VectorTileWriter.POINT;
      moveTo(middleX(speck), middleY(speck));
    }
    if (geometry.size() > 0) {
      writer.add(feature.id(), type, geometry, shown);
    }
    begin();
  }

  private void take(int part, int[] largest) {
    switch (layer.partKind[part]) {
      case LINE -> takeLine(part);
      case OUTLINE -> {
        outlineKept = !isSpeck(part) && takeRing(part, false);
        if (!outlineKept && isLargest(part, largest)) {
          speck = part;
        }
      }
      case HOLE -> {
        if (outlineKept && !isSpeck(part)) {
          takeRing(part, true);
        }
      }
    }
  }

  private boolean isLargest(int part, int[] largest) {
    if (layer.small != TileLayer.Small.POINT) {
      return false;
    }
    int cell = cellOf(part);
    return cell >= 0 && (!isSpeck(part) || largest[cell] == part + 1);
  }

  /** The part's vertices that this zoom needs, in the tile's own units. */
  private void collect(int part) {
    vertices.cutTo(0);
    for (int i = layer.partStart[part]; i < layer.partStart[part + 1]; i++) {
      if (layer.vertexZoom[i] <= zoom) {
        BoxClip.add(vertices, column(layer.xy[2 * i]), row(layer.xy[2 * i + 1]));
      }
    }
  }

  private void takeLine(int part) {
    collect(part);
    type = VectorTileWriter.LINE;
    lines.line(vertices, piece -> addPath(piece, piece.size(), false));
  }

  private boolean takeRing(int part, boolean hole) {
    collect(part);
    GrowingInts ring = areas.ring(vertices);
    int n = ring.size();
    while (n >= 4 && ring.get(0) == ring.get(n - 2) && ring.get(1) == ring.get(n - 1)) {
      n -= 2;
    }
    long twiceArea = twiceArea(ring, n);
    if (n < 6 || twiceArea == 0) {
      return false;
    }
    type = VectorTileWriter.POLYGON;
    addPath(ring, n, twiceArea > 0 == hole);
    geometry.add(CLOSE);
    return true;
  }

  /** Above 0 where the ring runs clockwise as seen on the screen, as outlines must. */
  private static long twiceArea(GrowingInts ring, int n) {
    long sum = 0;
    for (int i = 0; i < n; i += 2) {
      int j = (i + 2) % n;
      sum += (long) ring.get(i) * ring.get(j + 1) - (long) ring.get(j) * ring.get(i + 1);
    }
    return sum;
  }

  private void addPath(GrowingInts path, int n, boolean backwards) {
    for (int i = 0; i < n; i += 2) {
      int at = backwards ? n - 2 - i : i;
      if (i == 0) {
        moveTo(path.get(at), path.get(at + 1));
        geometry.add(LINE_TO | (n / 2 - 1) << 3);
      } else {
        step(path.get(at), path.get(at + 1));
      }
    }
  }

  private void moveTo(int x, int y) {
    geometry.add(MOVE_TO | 1 << 3);
    step(x, y);
  }

  private void step(int x, int y) {
    geometry.add(zigzag(x - lastX));
    geometry.add(zigzag(y - lastY));
    lastX = x;
    lastY = y;
  }

  private static int zigzag(int value) {
    return value << 1 ^ value >> 31;
  }
}
