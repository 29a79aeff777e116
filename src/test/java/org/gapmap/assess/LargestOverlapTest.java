package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gapmap.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/** Held to PostGIS: every shape against every area by ST_Intersection. */
class LargestOverlapTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private static final String SHARED =
      """
      SELECT ST_Area(ST_Intersection(ST_GeomFromWKB(?), ST_GeomFromWKB(?)))
      """;

  @Test
  void theAreaIsTheOneThatPostgisFindsTheMostSharedWith() throws SQLException {
    Random random = new Random(7);
    List<Geometry> areas = blobs(random, 12, 0.02);
    List<Geometry> shapes = blobs(random, 80, 0.008);
    int[] ours = new LargestOverlap(areas).of(shapes);

    int inNone = 0;
    try (TestDatabase database = TestDatabase.fresh();
        Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(SHARED)) {
      for (int i = 0; i < ours.length; i++) {
        double most = 0;
        double own = 0;
        for (int area = 0; area < areas.size(); area++) {
          double shared = shared(statement, shapes.get(i), areas.get(area));
          most = Math.max(most, shared);
          own = area == ours[i] ? shared : own;
        }
        inNone += ours[i] == LargestOverlap.NONE ? 1 : 0;
        assertThat(own).as("shape %d", i).isGreaterThanOrEqualTo(most * (1 - 1e-9));
        assertThat(ours[i] == LargestOverlap.NONE).as("shape %d", i).isEqualTo(most == 0);
      }
    }
    assertThat(inNone).isBetween(1, ours.length - 1);
  }

  private static double shared(PreparedStatement statement, Geometry shape, Geometry area)
      throws SQLException {
    statement.setBytes(1, new WKBWriter().write(shape));
    statement.setBytes(2, new WKBWriter().write(area));
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getDouble(1);
    }
  }

  /** Star-shaped polygons around random places, some over each other. */
  private static List<Geometry> blobs(Random random, int count, double size) {
    List<Geometry> blobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double lon = 114.3 + random.nextDouble() * 0.1;
      double lat = 30.6 + random.nextDouble() * 0.1;
      int corners = 5 + random.nextInt(8);
      Coordinate[] ring = new Coordinate[corners + 1];
      for (int k = 0; k < corners; k++) {
        double angle = 2 * Math.PI * k / corners;
        double radius = size * (0.3 + 0.7 * random.nextDouble());
        ring[k] = new Coordinate(lon + radius * Math.cos(angle), lat + radius * Math.sin(angle));
      }
      ring[corners] = ring[0].copy();
      blobs.add(SHAPES.createPolygon(ring));
    }
    return blobs;
  }
}
