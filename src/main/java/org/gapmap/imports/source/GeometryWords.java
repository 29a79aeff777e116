package org.gapmap.imports.source;

import org.locationtech.jts.geom.Geometry;

/** What {@link SourceDescription#geometryType} calls a shape. */
final class GeometryWords {
  private GeometryWords() {}

  static String of(Geometry shape) {
    return switch (shape.getGeometryType()) {
      case Geometry.TYPENAME_POINT -> "point";
      case Geometry.TYPENAME_MULTIPOINT -> "multipoint";
      case Geometry.TYPENAME_LINESTRING, Geometry.TYPENAME_MULTILINESTRING -> "line";
      case Geometry.TYPENAME_POLYGON, Geometry.TYPENAME_MULTIPOLYGON -> "polygon";
      default -> "unknown";
    };
  }
}
