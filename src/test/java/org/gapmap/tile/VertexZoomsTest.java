package org.gapmap.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

class VertexZoomsTest {
  /** Douglas and Peucker's with a quarter of a pixel, as JTS does it. */
  @ParameterizedTest
  @ValueSource(ints = {5, 8, 10, 12, 14, 16, 18})
  void theVerticesOfALineThatAZoomNeedsAreThoseThatJtsKeeps(int zoom) {
    SplittableRandom random = new SplittableRandom(zoom);
    GeometryFactory shapes = new GeometryFactory();
    for (int round = 0; round < 50; round++) {
      Coordinate[] line = new Coordinate[200];
      int[] xy = new int[2 * line.length];
      for (int i = 0; i < line.length; i++) {
        xy[2 * i] = 40_000 * i + random.nextInt(60_000);
        xy[2 * i + 1] = (int) (3e6 * Math.sin(i / 20.0)) + random.nextInt(-40_000, 40_000);
        line[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
      }
      double quarterPixel = WorldSquare.pixel(zoom) / 4.0;

      byte[] zooms = VertexZooms.of(xy, false);

      List<Coordinate> kept = new ArrayList<>();
      for (int i = 0; i < line.length; i++) {
        if (zooms[i] <= zoom) {
          kept.add(line[i]);
        }
      }
      assertThat(kept)
          .containsExactly(
              DouglasPeuckerSimplifier.simplify(shapes.createLineString(line), quarterPixel)
                  .getCoordinates());
    }
  }
}
