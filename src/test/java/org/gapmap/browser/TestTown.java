package org.gapmap.browser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Population;
import org.gapmap.domain.Provision;
import org.gapmap.domain.Renovation;
import org.gapmap.geo.LocalPlane;
import org.gapmap.store.Completeness;
import org.gapmap.store.Database;
import org.gapmap.store.ImportHeader;
import org.gapmap.store.LayerStore;
import org.gapmap.store.NewCommunity;
import org.gapmap.store.NewFacility;
import org.gapmap.store.NewShape;
import org.gapmap.store.SourceRow;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * A town drawn with a ruler, so that every figure on the page can be told by hand: {@link #COLUMNS}
 * by {@link #ROWS} square communities of 180 m, one every 200 m, with streets between them. The
 * first community has its lower left corner at 0, 0.
 */
final class TestTown {
  static final int COLUMNS = 8;
  static final int ROWS = 6;
  static final int COMMUNITIES = COLUMNS * ROWS;
  static final String KEY = "testtown";

  private static final double PITCH = 200;
  private static final double SIDE = 180;
  private static final String REPORT =
      """
      {"warnings": [{"code": "crs_assumed", "count": 4,
        "messageZh": "没有声明坐标系,按 CGCS2000 读取", "messageEn": "No CRS declared: read as CGCS2000",
        "examples": ["row 1"]}]}
      """;

  private static final LocalPlane PLANE = LocalPlane.at(121.5, 31.28);

  private final GeometryFactory geometry = new GeometryFactory();
  private final LayerStore layers;

  private TestTown(Database database) {
    this.layers = new LayerStore(database.dataSource());
  }

  /** Stores the town; returns its data version. */
  static int build(Database database) {
    TestTown town = new TestTown(database);
    town.addCommunities();
    town.addStreets();
    town.addAreas();
    town.addFitnessGrounds();
    return town.addCanteens();
  }

  /** The same, and nobody knows its streets. */
  static int buildWithoutStreets(Database database) {
    TestTown town = new TestTown(database);
    town.addCommunities();
    return town.addCanteens();
  }

  /**
   * Makes another data version, in which one gate is on record: the first community, which has the
   * canteen in its middle, is left by the middle of its western edge alone.
   */
  static int addGate(Database database) {
    TestTown town = new TestTown(database);
    return town.store(
        LayerType.GATES,
        "gates",
        Completeness.ASSUMED_WHOLE_CITY,
        "{}",
        layer -> layer.addShape(new NewShape(1, "西门", "main", town.point(0, 90), Map.of())));
  }

  /** Makes another data version, one canteen richer. */
  static int addCanteen(Database database) {
    TestTown town = new TestTown(database);
    return town.store(
        LayerType.FACILITIES,
        "more-canteens",
        Completeness.ASSUMED_WHOLE_CITY,
        "{}",
        layer ->
            layer.addFacility(
                "senior_canteen", town.facility(1, "新食堂", 300, 1100, FacilityAccess.PUBLIC)));
  }

  /** Where a place of the town's ruler is: metres east and north of its corner. */
  static double[] lonLat(double x, double y) {
    Coordinate place = PLANE.toLonLat(x, y);
    return new double[] {place.x, place.y};
  }

  /** Rows are numbered from the south-west; the last community's residents are not known. */
  private void addCommunities() {
    store(
        LayerType.COMMUNITIES,
        "planning",
        Completeness.ASSUMED_WHOLE_CITY,
        "{}",
        layer -> {
          for (int i = 0; i < COMMUNITIES; i++) {
            double x = i % COLUMNS * PITCH;
            double y = Math.floorDiv(i, COLUMNS) * PITCH;
            boolean known = i < COMMUNITIES - 1;
            layer.addCommunity(
                new NewCommunity(
                    i + 1,
                    "C" + i,
                    "和平" + (i + 1) + "村",
                    multi(square(x, y, SIDE)),
                    known
                        ? Population.of(
                            OptionalInt.of(300),
                            OptionalInt.of(1000 + i),
                            OptionalInt.of(250),
                            OptionalInt.of(60))
                        : Population.UNKNOWN,
                    known ? OptionalInt.of(1980 + i % 20) : OptionalInt.empty(),
                    renovation(i),
                    Map.of()));
          }
        });
  }

  /** Every third community's is known, each state of some. */
  static Optional<Renovation> renovation(int community) {
    List<Renovation> states = List.of(Renovation.values());
    return community % 3 == 0
        ? Optional.of(states.get((community / 3) % states.size()))
        : Optional.empty();
  }

  /** One canteen in the west, where alone the list is complete; one more that is closed. */
  private int addCanteens() {
    MultiPolygon west = multi(rectangle(-50, -50, 850, 1250));
    return store(
        LayerType.FACILITIES,
        "civil-affairs",
        new Completeness("西片区", Optional.of(west), true),
        REPORT,
        layer -> {
          layer.addFacility("senior_canteen", facility(1, "和平长者食堂", 90, 90, FacilityAccess.PUBLIC));
          layer.addFacility(
              "meal_point",
              new NewFacility(
                  SourceRow.of(2),
                  "助餐点",
                  "关门助餐点",
                  point(500, 900),
                  FacilityStatus.CLOSED,
                  FacilityAccess.PUBLIC,
                  Provision.UNKNOWN));
        });
  }

  /** Nobody says who may use them, and two are a university's. */
  private void addFitnessGrounds() {
    store(
        LayerType.FACILITIES,
        "sports",
        Completeness.ASSUMED_WHOLE_CITY,
        "{}",
        layer -> {
          layer.addFacility(
              "sports_ground_small", facility(1, "大学球场", 300, 300, FacilityAccess.UNKNOWN));
          layer.addFacility(
              "sports_ground_small", facility(2, "大学体育场", 1100, 900, FacilityAccess.UNKNOWN));
          layer.addFacility(
              "outdoor_fitness_ground", facility(3, "健身苑", 1500, 100, FacilityAccess.UNKNOWN));
        });
  }

  private void addStreets() {
    store(
        LayerType.STREETS,
        "roads",
        Completeness.ASSUMED_WHOLE_CITY,
        "{}",
        layer -> {
          for (int i = 0; i <= COLUMNS; i++) {
            layer.addShape(street(i + 1, i * PITCH - 10, -60, i * PITCH - 10, ROWS * PITCH + 40));
          }
          for (int j = 0; j <= ROWS; j++) {
            layer.addShape(
                street(100 + j, -60, j * PITCH - 10, COLUMNS * PITCH + 40, j * PITCH - 10));
          }
        });
  }

  private void addAreas() {
    store(
        LayerType.AREAS,
        "areas",
        Completeness.ASSUMED_WHOLE_CITY,
        "{}",
        layer -> {
          layer.addShape(
              new NewShape(1, "西街道", "subdistrict", rectangle(-50, -50, 790, 1250), Map.of()));
          layer.addShape(
              new NewShape(2, "东街道", "subdistrict", rectangle(790, -50, 1650, 1250), Map.of()));
        });
  }

  private int store(
      LayerType type,
      String source,
      Completeness completeness,
      String report,
      java.util.function.Consumer<org.gapmap.store.LayerImport> rows) {
    ImportHeader header =
        new ImportHeader(
            KEY, "测试镇", false, type, source, source + ".shp", "EPSG:4490", completeness);
    try (var layer = layers.begin(header)) {
      rows.accept(layer);
      return layer.commit(report).dataVersion();
    }
  }

  private NewFacility facility(int row, String name, double x, double y, FacilityAccess access) {
    return new NewFacility(
        SourceRow.of(row), "", name, point(x, y), FacilityStatus.OPEN, access, Provision.UNKNOWN);
  }

  private NewShape street(int row, double x1, double y1, double x2, double y2) {
    Coordinate[] ends = {PLANE.toLonLat(x1, y1), PLANE.toLonLat(x2, y2)};
    String category = row % 4 == 1 ? "primary" : "residential";
    return new NewShape(row, "", category, geometry.createLineString(ends), Map.of());
  }

  private Geometry point(double x, double y) {
    return geometry.createPoint(PLANE.toLonLat(x, y));
  }

  private Polygon square(double x, double y, double side) {
    return rectangle(x, y, x + side, y + side);
  }

  private Polygon rectangle(double x1, double y1, double x2, double y2) {
    List<double[]> corners =
        List.of(
            new double[] {x1, y1},
            new double[] {x2, y1},
            new double[] {x2, y2},
            new double[] {x1, y2},
            new double[] {x1, y1});
    return geometry.createPolygon(
        corners.stream().map(c -> PLANE.toLonLat(c[0], c[1])).toArray(Coordinate[]::new));
  }

  private MultiPolygon multi(Polygon polygon) {
    return geometry.createMultiPolygon(new Polygon[] {polygon});
  }
}
