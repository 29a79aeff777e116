package org.gapmap.generate;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Draws a block back from the streets and walls around it, to the line where fences stand. */
final class BlockEdges {
  private static final double NARROWEST_METRES = 14;
  private static final BufferParameters SHARP =
      new BufferParameters(2, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 2);

  private final STRtree clearances = new STRtree();

  BlockEdges(List<Street> streets) {
    for (Street street : streets) {
      if (street.kind() != StreetClass.BRIDGE) {
        Geometry clear = BufferOp.bufferOp(street.axis(), street.kind().clearanceMetres(), SHARP);
        clearances.insert(clear.getEnvelopeInternal(), clear);
      }
    }
    clearances.build();
  }

  /** What is left of a block; empty where the streets take all of it. */
  Polygon drawnBack(Polygon block) {
    Envelope envelope = block.getEnvelopeInternal();
    Geometry left = BufferOp.bufferOp(block, -StreetClass.WALL.setbackMetres, SHARP);
    for (Object clear : clearances.query(envelope)) {
      left = Land.without(left, (Geometry) clear);
    }
    Geometry open = BufferOp.bufferOp(left, -NARROWEST_METRES / 2, SHARP);
    Polygon core = Land.largest(BufferOp.bufferOp(open, NARROWEST_METRES / 2 - 0.2, SHARP));
    return Land.largest(DouglasPeuckerSimplifier.simplify(core, 1));
  }
}
