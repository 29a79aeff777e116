package org.gapmap.imports.source;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;

/**
 * GDAL 3.6.2's verdict on each of the shapefiles that broke somebody's reader: whether it opens,
 * its geometry type, its rows. Where we read otherwise on purpose, the reason stands here.
 */
final class ShapefileOracleTest {
  private static final String NO_ATTRIBUTES_TO_SKIP_BY =
      "the table is empty: GDAL then reads no row, we report shapes without attributes";

  /** Files that we refuse or read where GDAL does not, and files with other rows. */
  private static final Map<String, String> VERDICT_DIFFERS =
      Map.ofEntries(
          entry("gdal/multipatch.shp", "multipatches have no area to assess: refused by name"),
          entry("pyshp/blockgroups_multishapefile.zip", "two layers: the user must name one"),
          entry("pyshp/REL.zip", "a sound shapefile beside macOS's resource forks"));

  /** Rows that come without a shape, and why; GDAL hands out null or empty geometries for them. */
  private static final Map<String, Map<String, Integer>> ROWS_WITHOUT_SHAPE =
      Map.ofEntries(
          entry("gdal/buggymultiline.shp", Map.of("damaged_shape", 1)),
          entry("gdal/buggymultipoint.shp", Map.of("damaged_shape", 1)),
          entry("gdal/buggymultipoly.shp", Map.of("damaged_shape", 1)),
          entry("gdal/emptymultiline.shp", Map.of("empty_shape", 1)),
          entry("gdal/emptymultipoint.shp", Map.of("empty_shape", 1)),
          entry("gdal/emptymultipoly.shp", Map.of("empty_shape", 1)),
          entry("gdal/pointnan.shp", Map.of("not_a_number", 1)),
          entry("geotools_shapefile/lsOnePoint/lsOnePoint.shp", Map.of("degenerate_shape", 1)),
          entry("geotools_shapefile/measure/multipolygonzm.shp", Map.of("degenerate_shape", 1)),
          entry("nts/UnifiedChecksMaterialNullAtEnd.shp", Map.of("null_shape", 1)),
          entry("nts/UnifiedChecksMaterialNullAtStart.shp", Map.of("null_shape", 1)),
          entry("nts/UnifiedChecksMaterialNullInMiddle.shp", Map.of("null_shape", 1)),
          entry("nts/Victoria North.shp", Map.of("degenerate_shape", 1)),
          entry("r5_datasource/nl-null-points.shp", Map.of("null_shape", 3)));

  private record Verdict(boolean opens, String type, int rows, Map<String, Integer> problems) {}

  @Test
  void agreesWithGdalOnEveryShapefileOfTheCollection() throws IOException {
    Path root = RealData.path("shapefiles/edge");
    int compared = 0;
    try (MappingIterator<Map<String, String>> oracle =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(root.resolve("ogr_oracle.csv").toFile())) {
      while (oracle.hasNextValue()) {
        compare(root, oracle.nextValue());
        compared++;
      }
    }
    assertThat(compared).isEqualTo(158);
  }

  private static void compare(Path root, Map<String, String> gdal) {
    String file = gdal.getOrDefault("file", "");
    Verdict ours = read(root.resolve(file));
    boolean gdalOpens = gdal.getOrDefault("ogr_open", "").equals("open");
    boolean onlyIndexMissing =
        gdal.getOrDefault("errors_warnings", "").contains("SHAPE_RESTORE_SHX");
    if (VERDICT_DIFFERS.containsKey(file)) {
      assertThat(ours.opens).as("%s: %s", file, VERDICT_DIFFERS.get(file)).isNotEqualTo(gdalOpens);
      return;
    }
    // A missing .shx is rebuilt, as GDAL too would do when asked.
    assertThat(ours.opens).as(file).isEqualTo(gdalOpens || onlyIndexMissing);
    if (ours.opens) {
      assertThat(ours.problems).as(file).isEqualTo(ROWS_WITHOUT_SHAPE.getOrDefault(file, Map.of()));
    }
    if (gdalOpens) {
      assertThat(ours.type).as(file).isEqualTo(type(file, gdal.getOrDefault("geom", "")));
      int rows = Integer.parseInt(gdal.getOrDefault("features_read", ""));
      int held = Integer.parseInt(gdal.getOrDefault("feature_count", ""));
      assertThat(ours.rows)
          .as("%s%s", file, rows == 0 && held > 0 ? ": " + NO_ATTRIBUTES_TO_SKIP_BY : "")
          .isEqualTo(rows == 0 ? held : rows);
    }
  }

  private static String type(String file, String gdal) {
    if (file.equals("gdal/multipointz_non_constant_z.shp")) {
      return "polygon";
    }
    String plain = gdal.replace("3D ", "").replace("Measured ", "");
    return switch (plain) {
      case "Line String" -> "line";
      case "Multi Point" -> "multipoint";
      case "Unknown (any)" -> "unknown";
      default -> plain.toLowerCase(Locale.ROOT);
    };
  }

  private static Verdict read(Path file) {
    try (FeatureSource source = Readers.open(file, ReadOptions.none())) {
      int rows = 0;
      Map<String, Integer> problems = new TreeMap<>();
      for (Iterator<SourceFeature> i = source.features(); i.hasNext(); rows++) {
        i.next().problem().ifPresent(p -> problems.merge(p.code(), 1, Integer::sum));
      }
      return new Verdict(true, source.description().geometryType(), rows, problems);
    } catch (UserError e) {
      return new Verdict(false, "", 0, Map.of());
    }
  }
}
