package org.gapmap.imports.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gapmap.geo.LocalPlane;
import org.gapmap.imports.source.RealData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

/** Shapes drawn in metres with areas known beforehand, and real ones against PostGIS. */
class GeometryExamTest {
  private static final LocalPlane PLANE = LocalPlane.at(121.5, 31.2);

  @TempDir Path folder;
  private Practice practice;

  @BeforeEach
  void open() {
    practice = new Practice(folder);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  /** A polygon from x, y pairs in metres. */
  private static String polygon(double... xy) {
    List<String> points = new ArrayList<>();
    for (int i = 0; i <= xy.length / 2; i++) {
      int at = 2 * (i % (xy.length / 2));
      Coordinate place = PLANE.toLonLat(xy[at], xy[at + 1]);
      points.add(String.format(Locale.ROOT, "%.12f %.12f", place.x, place.y));
    }
    return "\"POLYGON ((" + String.join(", ", points) + "))\"";
  }

  private static String box(double west, double south, double east, double north) {
    return polygon(west, south, east, south, east, north, west, north);
  }

  private List<Preview.GeometryFinding> communities(String... shapes) {
    List<String> lines = new ArrayList<>(List.of("小区名称,wkt"));
    for (int i = 0; i < shapes.length; i++) {
      lines.add((char) ('A' + i) + "," + shapes[i]);
    }
    Path file = practice.csv("communities.csv", lines.toArray(String[]::new));
    return practice
        .examine(file, "{'type': 'communities', 'crs': 'EPSG:4490'}")
        .examination()
        .geometry();
  }

  private static Optional<Preview.GeometryFinding> of(
      GeometryCode code, List<Preview.GeometryFinding> findings) {
    return findings.stream().filter(f -> f.code().equals(code.id())).findFirst();
  }

  @Test
  void whatFitsIsFine() {
    assertThat(
            communities(
                box(0, 0, 100, 100),
                box(100, 0, 200, 100),
                box(0, 100, 200, 200),
                box(300, 0, 400, 100)))
        .isEmpty();
  }

  @Test
  void anOverlapIsToldWithItsAreaAndPlace() {
    List<Preview.GeometryFinding> found = communities(box(0, 0, 100, 100), box(90, 20, 200, 80));

    assertThat(found).hasSize(1);
    Preview.GeometryFinding overlap = of(GeometryCode.OVERLAP, found).orElseThrow();
    Preview.GeometryExample example = overlap.examples().get(0);
    assertThat(example.sqm().orElseThrow()).isCloseTo(600, within(0.01));
    assertThat(overlap.sqm().orElseThrow()).isCloseTo(600, within(0.01));
    assertThat(List.of(example.row(), example.other().orElseThrow()))
        .containsExactlyInAnyOrder(2, 3);
    double[] at = new double[2];
    PLANE.project(example.lon(), example.lat(), at, 0);
    assertThat(at[0]).isBetween(90.0, 100.0);
    assertThat(at[1]).isBetween(20.0, 80.0);
  }

  @Test
  void oneWithinAnotherIsNotAnOrdinaryOverlap() {
    assertThat(communities(box(0, 0, 100, 100), box(10, 10, 30, 30)))
        .extracting(Preview.GeometryFinding::code)
        .containsExactly("contained");
  }

  @Test
  void theSameShapeTwiceIsADuplicateAndNoOverlap() {
    assertThat(
            communities(
                box(0, 0, 100, 100),
                box(0, 0, 100, 100),
                box(500, 0, 600, 100),
                box(500, 0, 602, 100)))
        .extracting(f -> f.code() + " " + f.count())
        .containsExactly("same_shape 1", "nearly_same_shape 1");
  }

  @Test
  void aSliverClosedAllRoundIsAGapWithItsArea() {
    List<Preview.GeometryFinding> found =
        communities(
            box(0, 0, 100, 100),
            box(102, 0, 200, 100),
            box(0, 100, 200, 200),
            box(0, -100, 200, 0));

    Preview.GeometryFinding gap = of(GeometryCode.GAP, found).orElseThrow();
    assertThat(gap.count()).isEqualTo(1);
    assertThat(gap.sqm().orElseThrow())
        .as("a centimetre along 204 m of edge")
        .isCloseTo(200, within(2.04));
  }

  @Test
  void aStreetBetweenIsNoSliver() {
    List<Preview.GeometryFinding> found =
        communities(
            box(0, 0, 100, 100),
            box(104, 0, 200, 100),
            box(0, 100, 200, 200),
            box(0, -100, 200, 0));

    assertThat(of(GeometryCode.GAP, found)).isEmpty();
  }

  @Test
  void boundariesSideBySideAreToldWhereTheyMissEachOther() {
    assertThat(communities(box(0, 0, 100, 100), box(101, 0, 200, 100)))
        .extracting(f -> f.code() + " " + f.count())
        .containsExactly("nearly_touching 1");
    assertThat(communities(box(0, 0, 100, 100), box(100.01, 0, 200, 100))).isEmpty();
  }

  @Test
  void aFigureOfEightIsToldWithWhatItsRepairChanges() {
    // Two triangles of 2500 m2 that meet at 50, 50: the rings add up to 0, the repair keeps both.
    List<Preview.GeometryFinding> found = communities(polygon(0, 0, 100, 100, 100, 0, 0, 100));

    Preview.GeometryFinding crossing = of(GeometryCode.SELF_INTERSECTION, found).orElseThrow();
    assertThat(crossing.count()).isEqualTo(1);
    assertThat(crossing.sqm().orElseThrow()).isCloseTo(5000, within(0.1));
    double[] at = new double[2];
    PLANE.project(crossing.examples().get(0).lon(), crossing.examples().get(0).lat(), at, 0);
    assertThat(at[0]).isCloseTo(50, within(0.01));
    assertThat(at[1]).isCloseTo(50, within(0.01));
  }

  @Test
  void rowsThatDoNotLieWithTheOthersAreToldApart() {
    List<String> lines = new ArrayList<>(List.of("名称,wkt"));
    for (int i = 0; i < 30; i++) {
      lines.add("点" + i + ",POINT (" + (121.4 + 0.001 * i) + " 31.2)");
    }
    lines.add("零,POINT (0.001 0)");
    lines.add("反,POINT (31.2 121.4)");
    lines.add("北京,POINT (116.4 39.9)");
    lines.add("叠,POINT (121.4 31.2)");
    Path file = practice.csv("points.csv", lines.toArray(String[]::new));

    Preview preview =
        practice.examine(file, "{'type': 'facilities', 'kind': '长者食堂', 'crs': 'wgs84'}");

    assertThat(preview.examination().geometry())
        .extracting(f -> f.code() + " " + f.examples().get(0).row())
        .containsExactly("same_point 35", "null_island 32", "axes_swapped 33", "far_away 34");
  }

  @Test
  void rowsOutOfTownAreToldWhereTheCityHasLayers() {
    practice.run(
        practice.csv("city.csv", "小区名称,wkt", "甲," + box(0, 0, 900, 900)),
        "{'type': 'communities', 'crs': 'EPSG:4490'}");
    Path file = practice.csv("p.csv", "名称,lon,lat", "里,121.5,31.2", "外,121.5,31.3");

    assertThat(practice.examine(file, "{'type': 'sites'}").examination().geometry())
        .extracting(f -> f.code() + " " + f.examples().get(0).row())
        .containsExactly("outside_city 3");
  }

  @ParameterizedTest
  @CsvSource({
    "shapefiles/chinese/beijing_townships_utf8/beijing.shp",
    "shapefiles/chinese/anhui_counties_gbk_noprj/chinese_encoding.shp",
  })
  void realAreasThatTileAreSeenAsPostgisSeesThem(String path) {
    Path file = RealData.path(path);
    String spec = "{'type': 'areas', 'source': 'x'}";
    List<Preview.GeometryFinding> found = practice.examine(file, spec).examination().geometry();
    practice.run(file, spec);

    List<String> overlaps =
        practice.query(
            """
            SELECT least(a.row_number, b.row_number), greatest(a.row_number, b.row_number),
                   ST_Area(ST_Intersection(a.shape, b.shape)::geography) AS sqm
            FROM shape a JOIN shape b ON a.row_number < b.row_number AND a.shape && b.shape
            WHERE ST_Area(ST_CollectionExtract(ST_Intersection(a.shape, b.shape), 3)::geography) >= 1
            ORDER BY sqm DESC""");
    int seen =
        of(GeometryCode.OVERLAP, found).map(Preview.GeometryFinding::count).orElse(0)
            + of(GeometryCode.SAME_SHAPE, found).map(Preview.GeometryFinding::count).orElse(0);
    assertThat(seen).isEqualTo(overlaps.size());

    List<String> gaps =
        practice.query(
            """
            WITH whole AS (SELECT ST_Union(shape, 1e-7) AS shape FROM shape),
                 hole AS (
                   SELECT ST_MakePolygon(ST_ExteriorRing((ST_DumpRings(part.geom)).geom)) AS shape,
                          (ST_DumpRings(part.geom)).path[1] AS ring
                   FROM whole, ST_Dump(whole.shape) part),
                 flat AS (
                   SELECT ST_Transform(shape, 32650) AS shape, ST_Area(shape::geography) AS sqm,
                          ST_Perimeter(shape::geography) AS edge
                   FROM hole WHERE ring > 0)
            SELECT sqm, edge FROM flat
            WHERE sqm >= 1 AND 2 * (ST_MaximumInscribedCircle(shape)).radius < 3
            ORDER BY sqm DESC""");
    Preview.GeometryFinding none =
        new Preview.GeometryFinding(
            "gap", 0, GeometryCode.GAP.message(), OptionalDouble.of(0), List.of());
    Preview.GeometryFinding gap = of(GeometryCode.GAP, found).orElse(none);
    assertThat(gap.count()).isEqualTo(gaps.size());
    double sqm = gaps.stream().mapToDouble(g -> Double.parseDouble(g.split("\\|")[0])).sum();
    double edge = gaps.stream().mapToDouble(g -> Double.parseDouble(g.split("\\|")[1])).sum();
    // Both round to a centimetre, in another order of unions.
    assertThat(gap.sqm().orElseThrow()).isCloseTo(sqm, within(0.02 * edge));
  }
}
