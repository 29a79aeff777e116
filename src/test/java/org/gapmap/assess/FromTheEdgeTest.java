package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.gapmap.domain.Provision;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.store.CityStore;
import org.gapmap.store.LayerStore;
import org.gapmap.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A facility with an area serves from its edge: closed forms, and PostGIS with fine segments. */
class FromTheEdgeTest {
  private static final double BLOCK_SQM = 2000 * 2000;
  private static final Provision SIZE = Provision.UNKNOWN;
  private static final int FINE_SEGMENTS = 500;

  @Test
  void aRectangleReachesAsFarAsARoundedOne() {
    World world = block().facility("park", "P", shape("-100 -50, 100 -50, 100 50, -100 50"), SIZE);
    double served = 200 * 100 + 2 * 300 * (200 + 100) + Math.PI * 300 * 300;

    assertThat(share(world, 300)).isCloseTo(served / BLOCK_SQM, within(1e-6));
  }

  /**
   * Geometries as the store reads them hold packed numbers, which no filter of coordinates changes.
   */
  @Test
  void aParkReadFromTheDatabaseReachesAsFarAsOneDrawn() {
    World world = block().facility("park", "P", shape("-100 -50, 100 -50, 100 50, -100 50"), SIZE);
    double served = 200 * 100 + 2 * 300 * (200 + 100) + Math.PI * 300 * 300;

    try (TestDatabase database = TestDatabase.fresh()) {
      world.store(new LayerStore(database.dataSource()), "read");
      City city =
          new City(
              new CityStore(database.dataSource()).findSnapshot("read").orElseThrow(), Set.of());
      ServiceStandard standard = World.standard("park", 300);
      double share = new Assessor().assess(city, standard, standard.rules().get(0)).share(0);
      assertThat(share).isCloseTo(served / BLOCK_SQM, within(1e-6));
    }
  }

  @Test
  void aCornerThatTurnsInwardIsNotRoundedAndCountsOnce() {
    World world =
        block().facility("park", "L", shape("0 0, 400 0, 400 200, 200 200, 200 400, 0 400"), SIZE);
    double r = 150;
    double served = 120_000 + 1600 * r + 5 * Math.PI / 4 * r * r - r * r;

    assertThat(share(world, r)).isCloseTo(served / BLOCK_SQM, within(1e-6));
  }

  @Test
  void whatAPointAndAParkBothServeCountsOnce() {
    World world =
        block()
            .facility("park", "P", shape("-100 -50, 100 -50, 100 50, -100 50"), SIZE)
            .facility("park", "at its corner", 100, 50)
            .facility("park", "in the block's corner", -1000, 1000);
    double rounded = 200 * 100 + 2 * 300 * (200 + 100) + Math.PI * 300 * 300;
    double quarter = Math.PI * 300 * 300 / 4;

    assertThat(share(world, 300)).isCloseTo((rounded + quarter) / BLOCK_SQM, within(1e-6));
  }

  @Test
  void aParkThatHoldsTheBlockOrLiesInItOrTouchesNothingOfIt() {
    Geometry around = shape("-2000 -2000, 2000 -2000, 2000 2000, -2000 2000");
    Geometry beyond = shape("1400 0, 1500 0, 1500 100, 1400 100");

    assertThat(share(block().facility("park", "P", around, SIZE), 10)).isEqualTo(1);
    assertThat(share(block().facility("park", "P", beyond, SIZE), 399)).isZero();
    assertThat(share(block().facility("park", "P", beyond, SIZE), 2900)).isEqualTo(1);
  }

  @Test
  void theNearestPointIsOnTheParksEdge() {
    World world =
        new World()
            .community("A", 10, 0, 0, 100, 100)
            .facility("park", "long", shape("250 40, 2000 40, 2000 60, 250 60"), SIZE)
            .facility("park", "nearer middle", 500, 50);
    City city = world.city();
    ServiceIndex service = city.service(List.of("park"));

    Nearest nearest = Nearest.find(city, service, 0).orElseThrow();

    assertThat(nearest.facility().name()).isEqualTo("long");
    assertThat(nearest.metres()).isCloseTo(150, within(1e-3));
    assertThat(nearest.to().x).isCloseTo(world.lonLat(250, 50).x, within(1e-8));
    assertThat(nearest.from().x).isCloseTo(world.lonLat(100, 50).x, within(1e-8));
    assertThat(Nearest.within(service, 0, 151)).containsExactly(nearest.number());
    Coordinate home = world.lonLat(150, 50);
    assertThat(service.metresTo(nearest.number(), home.x, home.y)).isCloseTo(100, within(1e-3));
    assertThat(service.ownShare(nearest.number(), 0, 200)).isBetween(0.4, 0.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void randomParksAndPointsServeWhatPostgisSaysWithFineSegments(long seed) throws SQLException {
    SplittableRandom random = new SplittableRandom(seed);
    try (TestDatabase database = TestDatabase.fresh();
        Connection connection = database.dataSource().getConnection()) {
      for (int round = 0; round < 25; round++) {
        Geometry one = star(random, 300, 250);
        Geometry other = star(random, 500, 200);
        double x = random.nextDouble(-600, 600);
        double y = random.nextDouble(-600, 600);
        double radius = random.nextDouble(20, 500);
        World world =
            new World()
                .community("A", 1, -200, -150, 200, 150)
                .facility("park", "one", one, SIZE)
                .facility("park", "other", other, SIZE)
                .facility("park", "point", x, y);
        double expected =
            postgis(connection, one.union(other).toText(), "POINT(" + x + " " + y + ")", radius);

        assertThat(share(world, radius))
            .as("%s and %s within %f", one, other, radius)
            .isCloseTo(expected / (400 * 300), within(2e-5));
      }
    }
  }

  private static double postgis(Connection connection, String areas, String point, double radius)
      throws SQLException {
    String sql =
        "SELECT ST_Area(ST_Intersection(ST_MakeEnvelope(-200, -150, 200, 150), ST_Union("
            + "ST_Buffer(?::geometry, ?, ?::int), ST_Buffer(?::geometry, ?, ?::int))))";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, areas);
      statement.setDouble(2, radius);
      statement.setInt(3, FINE_SEGMENTS);
      statement.setString(4, point);
      statement.setDouble(5, radius);
      statement.setInt(6, FINE_SEGMENTS);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getDouble(1);
      }
    }
  }

  /** A polygon with corners turning either way, somewhere around the middle. */
  private static Geometry star(SplittableRandom random, double spread, double size) {
    double middleX = random.nextDouble(-spread, spread);
    double middleY = random.nextDouble(-spread, spread);
    int corners = random.nextInt(3, 24);
    StringBuilder ring = new StringBuilder();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double out = random.nextDouble(0.2, 1) * size;
      ring.append(i == 0 ? "" : ", ");
      ring.append(middleX + out * Math.cos(angle)).append(' ');
      ring.append(middleY + out * Math.sin(angle));
    }
    return shape(ring.toString());
  }

  private static World block() {
    return new World().community("A", 10, -1000, -1000, 1000, 1000);
  }

  private static double share(World world, double radius) {
    ServiceStandard standard = World.standard("park", radius);
    return new Assessor().assess(world.city(), standard, standard.rules().get(0)).share(0);
  }

  private static Geometry shape(String ring) {
    try {
      String first = ring.substring(0, ring.indexOf(','));
      return new WKTReader(new GeometryFactory()).read("POLYGON((" + ring + ", " + first + "))");
    } catch (ParseException e) {
      throw new IllegalArgumentException(ring, e);
    }
  }
}
