package org.gapmap.tile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of one layer, ready to be cut into tiles; immutable. A feature has one or more parts:
 * points, lines, or rings, each hole after the ring that it lies in.
 */
public final class TileLayer {
  private static final int BYTES_PER_FEATURE = 96;

  /** A feature's property; {@code fromZoom} keeps what only close maps show out of the others. */
  public record Key(String name, int fromZoom) {}

  /** What a part is. */
  enum Part {
    LINE,
    OUTLINE,
    HOLE
  }

  /**
   * A feature besides its shape.
   *
   * @param id 0 for none
   * @param fromZoom the widest zoom at which it is drawn
   * @param values one for each key, a String or an Integer; null for none
   */
  record Feature(long id, int fromZoom, List<@Nullable Object> values) {}

  final String name;
  final List<Key> keys;
  final Small small;
  final Feature[] features;
  final int[] partFeature;
  final Part[] partKind;

  /** Where each part's vertices begin, and where the last one's end. */
  final int[] partStart;

  /** West, north, east, south of each part. */
  final int[] partBox;

  final int[] xy;
  final byte[] vertexZoom;

  /** What becomes of an area that is smaller than a pixel. */
  public enum Small {
    /** A point in its middle; of those in one pixel the largest. */
    POINT,
    /** Nothing; and features alike in what the zoom shows of them are one. */
    NOTHING
  }

  TileLayer(TileLayerBuilder from) {
    name = from.name;
    keys = from.keys;
    small = from.small;
    features = from.features.toArray(Feature[]::new);
    partFeature = from.partFeature.toArray();
    partKind = from.partKind.toArray(Part[]::new);
    from.partStart.add(from.vertexZoom.size());
    partStart = from.partStart.toArray();
    partBox = from.partBox.toArray();
    xy = from.xy.toArray();
    vertexZoom = new byte[from.vertexZoom.size()];
    for (int i = 0; i < vertexZoom.length; i++) {
      vertexZoom[i] = (byte) from.vertexZoom.get(i);
    }
  }

  int parts() {
    return partKind.length;
  }

  /** About how much memory it takes, without the texts of its features. */
  public long bytes() {
    return 4L * xy.length
        + vertexZoom.length
        + 28L * partKind.length
        + (long) BYTES_PER_FEATURE * features.length;
  }

  /**
   * A Mapbox vector tile (version 2) with this one layer; empty where nothing lies in it.
   *
   * @param zoom from 0 to 22, with column and row in [0, 2^zoom)
   */
  public byte[] tile(int zoom, int column, int row) {
    return new TileCutter(this, zoom, column, row).cut();
  }
}
