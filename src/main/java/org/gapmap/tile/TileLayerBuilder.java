package org.gapmap.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Takes a layer's shapes in, in the order in which they are drawn. For one thread. */
public final class TileLayerBuilder {
  final String name;
  final List<TileLayer.Key> keys;
  final TileLayer.Small small;
  final List<TileLayer.Feature> features = new ArrayList<>();
  final List<TileLayer.Part> partKind = new ArrayList<>();
  final GrowingInts partFeature = new GrowingInts();
  final GrowingInts partStart = new GrowingInts();
  final GrowingInts partBox = new GrowingInts();
  final GrowingInts xy = new GrowingInts();
  final GrowingInts vertexZoom = new GrowingInts();

  public TileLayerBuilder(String name, TileLayer.Small small, TileLayer.Key... keys) {
    this.name = name;
    this.small = small;
    this.keys = List.of(keys);
  }

  /**
   * @param id 0 for none
   * @param fromZoom the widest zoom at which it is drawn
   * @param shape lines or areas in degrees; points are left out
   * @param values one for each key, a String or an Integer; null for none
   */
  public void add(long id, int fromZoom, Geometry shape, @Nullable Object... values) {
    if (values.length != keys.size()) {
      throw new IllegalArgumentException(values.length + " values for " + keys.size() + " keys");
    }
    features.add(new TileLayer.Feature(id, fromZoom, Arrays.asList(values)));
    addParts(shape);
  }

  /** Nothing may be added afterwards. */
  public TileLayer build() {
    return new TileLayer(this);
  }

  private void addParts(Geometry shape) {
    if (shape instanceof GeometryCollection many) {
      for (int i = 0; i < many.getNumGeometries(); i++) {
        addParts(many.getGeometryN(i));
      }
    } else if (shape instanceof LineString line) {
      addPart(TileLayer.Part.LINE, line);
    } else if (shape instanceof Polygon polygon && !polygon.isEmpty()) {
      addPart(TileLayer.Part.OUTLINE, polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        addPart(TileLayer.Part.HOLE, polygon.getInteriorRingN(i));
      }
    }
  }

  private void addPart(TileLayer.Part kind, LineString line) {
    boolean ring = kind != TileLayer.Part.LINE;
    CoordinateSequence degrees = line.getCoordinateSequence();
    int n = ring ? degrees.size() - 1 : degrees.size();
    if (n < (ring ? 3 : 2)) {
      return;
    }
    int[] part = new int[2 * n];
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
    for (int i = 0; i < n; i++) {
      int x = WorldSquare.x(degrees.getX(i));
      int y = WorldSquare.y(degrees.getY(i));
      part[2 * i] = x;
      part[2 * i + 1] = y;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
    partFeature.add(features.size() - 1);
    partKind.add(kind);
    partStart.add(vertexZoom.size());
    for (int side : box) {
      partBox.add(side);
    }
    for (int value : part) {
      xy.add(value);
    }
    for (byte zoom : VertexZooms.of(part, ring)) {
      vertexZoom.add(zoom);
    }
  }
}
