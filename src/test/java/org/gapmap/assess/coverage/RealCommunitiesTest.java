package org.gapmap.assess.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gapmap.assess.coverage.CircleWorld.Circle;
import org.gapmap.geo.CrsChoice;
import org.gapmap.geo.LocalPlane;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.imports.source.Readers;
import org.gapmap.imports.source.SourceDescription;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Files as offices deliver them, from degrees through local planes, against PostGIS. */
class RealCommunitiesTest {
  private static final double TOLERANCE = 5e-4;

  private static Path data = Path.of("");
  private static TestDatabase database;

  @BeforeAll
  static void open() {
    String folder = System.getenv("GAPMAP_REAL_DATA");
    Assumptions.assumeTrue(folder != null, "GAPMAP_REAL_DATA is not set: no real files to test on");
    data = Path.of(folder);
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    if (database != null) {
      database.close();
    }
  }

  @ParameterizedTest(name = "{0}: {2} at {4} m")
  @CsvSource({
    "communities/shanghai_tongji/communities.shp, 15, communities/shanghai_tongji/fitness.shp,, 300",
    "communities/shanghai_tongji/communities.shp, 15, points/shanghai_elderly_canteens_gcj02.csv, gcj02, 500",
    "communities/shanghai_tongji/communities.shp, 15, points/shanghai_kindergartens_wgs84.csv, wgs84, 300",
    "communities/shenzhen_nanshan/communities.shp, 28, communities/shenzhen_nanshan/fitness.shp,, 300",
  })
  void everyRealCommunityHasTheShareThatPostgisFinds(
      String communities, int count, String facilities, @Nullable String crs, double radius) {
    List<Geometry> polygons = read(communities);
    assertThat(polygons).hasSize(count);
    List<Point> places =
        crs == null
            ? read(facilities).stream().map(Geometry::getInteriorPoint).toList()
            : readCsv(facilities, crs);
    double[] shares = sharesAsPostgis(polygons, places, radius);
    assertThat(Arrays.stream(shares)).anyMatch(share -> share > 0);
  }

  @Test
  void largeTownshipsWithPartsAndHolesHaveTheShareThatPostgisFinds() {
    List<Geometry> townships =
        read("shapefiles/chinese/beijing_townships_utf8").stream().map(GeometryFixer::fix).toList();
    assertThat(townships).hasSizeGreaterThan(300);
    List<Point> places = townships.stream().map(Geometry::getInteriorPoint).toList();
    List<Geometry> everyThird =
        IntStream.range(0, townships.size())
            .filter(i -> i % 3 == 0)
            .mapToObj(townships::get)
            .toList();
    double[] shares = sharesAsPostgis(everyThird, places, 3000);
    assertThat(Arrays.stream(shares)).allMatch(share -> share > 0);
  }

  private static double[] sharesAsPostgis(
      List<Geometry> polygons, List<Point> facilities, double radius) {
    List<CircleWorld> worlds = new ArrayList<>();
    for (Geometry polygon : polygons) {
      LocalPlane plane = LocalPlane.atCentreOf(polygon.getEnvelopeInternal());
      worlds.add(new CircleWorld(laidFlat(polygon, plane), circles(facilities, plane, radius)));
    }
    double[] expected = PostgisBuffers.shares(database.dataSource(), worlds);
    UnionCoverage coverage = new UnionCoverage();
    double[] shares = new double[worlds.size()];
    for (int i = 0; i < shares.length; i++) {
      LocalPlane plane = LocalPlane.atCentreOf(polygons.get(i).getEnvelopeInternal());
      double area = PlanePolygon.of(polygons.get(i), plane).areaSqm();
      assertThat(worlds.get(i).area()).isCloseTo(area, within(area * 1e-9));
      shares[i] = worlds.get(i).coveredArea(coverage) / area;
      assertThat(shares[i]).as("row %s", i + 1).isCloseTo(expected[i], within(TOLERANCE));
    }
    return shares;
  }

  private static List<Circle> circles(List<Point> facilities, LocalPlane plane, double radius) {
    double[] xy = new double[2];
    List<Circle> circles = new ArrayList<>();
    for (Point facility : facilities) {
      plane.project(facility.getX(), facility.getY(), xy, 0);
      circles.add(new Circle(xy[0], xy[1], radius));
    }
    return circles;
  }

  private static Geometry laidFlat(Geometry lonLat, LocalPlane plane) {
    Geometry copy = lonLat.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          private final double[] xy = new double[2];

          @Override
          public void filter(CoordinateSequence points, int i) {
            plane.project(points.getX(i), points.getY(i), xy, 0);
            points.setOrdinate(i, 0, xy[0]);
            points.setOrdinate(i, 1, xy[1]);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }

  private static List<Geometry> read(String file) {
    List<Geometry> shapes = new ArrayList<>();
    try (FeatureSource source = Readers.open(data.resolve(file), ReadOptions.none())) {
      SourceDescription description = source.description();
      CrsChoice choice =
          CrsChoice.decide(
              Optional.empty(),
              description.crs(),
              description.sample(),
              description.geometryType().equals("point"),
              file);
      for (Iterator<SourceFeature> rows = source.features(); rows.hasNext(); ) {
        rows.next().geometry().map(choice.transform()::apply).ifPresent(shapes::add);
      }
    }
    return shapes;
  }

  /** The columns called lat... and lon..., by a library of its own: independent of our reader. */
  private static List<Point> readCsv(String file, String crs) {
    CrsChoice choice =
        CrsChoice.decide(
            Optional.of(crs), Optional.empty(), new Envelope(121, 122, 31, 32), true, file);
    List<Point> points = new ArrayList<>();
    ObjectReader reader =
        new CsvMapper().readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader());
    try (MappingIterator<Map<String, String>> rows =
        reader.readValues(data.resolve(file).toFile())) {
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        double[] xy = {number(row, "lon"), number(row, "lat")};
        choice.transform().apply(xy, 1);
        points.add(new GeometryFactory().createPoint(new Coordinate(xy[0], xy[1])));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return points;
  }

  private static double number(Map<String, String> row, String column) {
    return row.entrySet().stream()
        .filter(cell -> cell.getKey().startsWith(column))
        .mapToDouble(cell -> Double.parseDouble(cell.getValue()))
        .findFirst()
        .orElseThrow();
  }
}
