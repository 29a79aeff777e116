package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Every shapefile of the collection in one table, {@code target/shapefiles.md}: what GDAL says of
 * it, what we say, and why one is refused. Where ogr2ogr is installed each row's place and each
 * text are compared with what it reads.
 */
final class ShapefileTableTest {
  private static final Path TABLE = Path.of("target", "shapefiles.md");
  private static final double NEAR = 1e-6;

  /** Language byte 0x57, Windows' own code page: Latin where GDAL was written, Chinese here. */
  private static final String LATIN = "edge/gdal/departs.shp";

  private record Ours(Optional<Rows> rows, String refusal) {
    static Ours read(Path file) {
      try {
        return new Ours(Optional.of(Rows.of(file)), "");
      } catch (UserError e) {
        return new Ours(Optional.empty(), e.what());
      }
    }

    String line() {
      if (rows.isEmpty()) {
        return "| refused | | | " + refusal.lines().findFirst().orElse("") + " |";
      }
      Rows read = rows.get();
      Map<String, Long> problems =
          read.problemCodes().stream()
              .collect(Collectors.groupingBy(c -> c, TreeMap::new, Collectors.counting()));
      return String.format(
          "| %d %s | %s | %s | %s |",
          read.features().size(),
          read.description().geometryType(),
          read.description().encoding().charset(),
          String.join(", ", read.warningCodes()),
          problems.isEmpty() ? "" : "rows without a sound shape: " + problems);
    }
  }

  @Test
  void everyShapefileIsInTheTable() throws IOException {
    Map<String, String> gdal = gdal();
    List<String> lines = new ArrayList<>();
    lines.add("| file | GDAL 3.6.2 | GapMap | encoding | warnings | remarks |");
    lines.add("|---|---|---|---|---|---|");
    int opened = 0;
    int refused = 0;
    for (Map.Entry<String, String> file : gdal.entrySet()) {
      Ours ours = Ours.read(RealData.path("shapefiles").resolve(file.getKey()));
      lines.add("| " + file.getKey() + " | " + file.getValue() + " " + ours.line());
      opened += ours.rows.isPresent() ? 1 : 0;
      refused += ours.rows.isPresent() ? 0 : 1;
      assertThat(ours.rows.isPresent() || !ours.refusal.isBlank()).as(file.getKey()).isTrue();
    }
    Files.createDirectories(TABLE.toAbsolutePath().getParent());
    Files.write(TABLE, lines, StandardCharsets.UTF_8);
    lines.forEach(System.out::println);
    long gdalOpens = gdal.values().stream().filter(v -> !v.startsWith("FAIL")).count();
    System.out.printf(
        "%d files: GDAL opens %d, GapMap %d, refused with a reason %d%n",
        gdal.size(), gdalOpens, opened, refused);
    assertThat(gdal).hasSizeGreaterThan(160);
    assertThat((long) opened).isGreaterThan(gdalOpens);
  }

  @Test
  void placesAndTextsAreThoseThatGdalReads() throws IOException, InterruptedException {
    assumeTrue(Ogr.installed(), "ogr2ogr is not installed");
    List<String> different = new ArrayList<>();
    int texts = 0;
    int places = 0;
    for (Map.Entry<String, String> entry : gdal().entrySet()) {
      Path file = RealData.path("shapefiles").resolve(entry.getKey());
      Optional<Rows> ours =
          entry.getValue().startsWith("FAIL") || !entry.getKey().endsWith(".shp")
              ? Optional.empty()
              : Ours.read(file).rows;
      if (ours.isEmpty()) {
        continue;
      }
      List<String[]> theirs = Ogr.rows(file);
      List<SourceFeature> rows = ours.get().features();
      // An empty table has GDAL skip every shape; that is in the table of verdicts.
      for (int i = 0; i < Math.min(rows.size(), theirs.size()); i++) {
        places += comparePlace(entry.getKey(), rows.get(i), theirs.get(i)[0], different);
        texts += compareTexts(entry.getKey(), file, rows.get(i), theirs.get(i), different);
      }
    }
    System.out.printf("%d places and %d texts are as GDAL reads them%n", places, texts);
    assertThat(different).isEmpty();
    assertThat(places).isGreaterThan(5_000);
    assertThat(texts).isGreaterThan(5_000);
  }

  private static int comparePlace(
      String file, SourceFeature row, String wkt, List<String> different) {
    if (row.geometry().isEmpty() || wkt.isEmpty() || wkt.contains("EMPTY")) {
      return 0;
    }
    try {
      Geometry theirs = new WKTReader().read(wkt);
      // Of all coordinates: GDAL hands a part that lies outside out as a hole.
      Envelope a = CoordinateArrays.envelope(row.geometry().get().getCoordinates());
      Envelope b = CoordinateArrays.envelope(theirs.getCoordinates());
      double near = NEAR * Math.max(1, Math.max(Math.abs(b.getMaxX()), Math.abs(b.getMaxY())));
      if (Math.abs(a.getMinX() - b.getMinX()) > near
          || Math.abs(a.getMaxX() - b.getMaxX()) > near
          || Math.abs(a.getMinY() - b.getMinY()) > near
          || Math.abs(a.getMaxY() - b.getMaxY()) > near) {
        different.add(file + " row " + row.row() + ": " + a + ", GDAL " + b);
      }
      return 1;
    } catch (ParseException | IllegalArgumentException e) {
      return 0;
    }
  }

  private static int compareTexts(
      String file, Path shp, SourceFeature row, String[] theirs, List<String> different) {
    List<Integer> columns = textColumns(shp);
    List<String> values = List.copyOf(row.fields().values());
    int compared = 0;
    for (int column : columns) {
      String ours = values.get(column);
      String gdal = column + 1 < theirs.length ? theirs[column + 1].strip() : "";
      // What GDAL was told no encoding of, it hands out as it stands.
      if (gdal.indexOf('\uFFFD') >= 0) {
        continue;
      }
      compared++;
      if (!ours.equals(gdal) && !file.equals(LATIN) && different.size() < 30) {
        different.add(file + " row " + row.row() + ": '" + ours + "', GDAL '" + gdal + "'");
      }
    }
    return compared;
  }

  private static List<Integer> textColumns(Path shp) {
    Path dbf = Path.of(shp.toString().replaceFirst("(?i)\\.shp$", ".dbf"));
    if (!Files.exists(dbf)) {
      return List.of();
    }
    try (DbfTable table = DbfTable.open(dbf).orElse(null)) {
      List<Integer> columns = new ArrayList<>();
      for (int i = 0; table != null && i < table.header().columns().size(); i++) {
        if (table.header().columns().get(i).type() == 'C') {
          columns.add(i);
        }
      }
      return columns;
    }
  }

  /** Each file's path in the collection, with GDAL's verdict. */
  private static Map<String, String> gdal() throws IOException {
    Map<String, String> verdicts = new LinkedHashMap<>();
    try (MappingIterator<Map<String, String>> oracle =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(RealData.path("shapefiles/edge/ogr_oracle.csv").toFile())) {
      while (oracle.hasNextValue()) {
        Map<String, String> row = oracle.nextValue();
        boolean opens = row.getOrDefault("ogr_open", "").equals("open");
        verdicts.put(
            "edge/" + row.getOrDefault("file", ""),
            opens ? row.get("features_read") + " " + row.get("geom") : "FAIL");
      }
    }
    Path root = RealData.path("shapefiles");
    try (Stream<Path> chinese = Files.walk(root.resolve("chinese"))) {
      chinese
          .filter(f -> f.toString().endsWith(".shp"))
          .map(f -> root.relativize(f).toString())
          .sorted()
          .forEach(f -> verdicts.put(f, "open"));
    }
    return verdicts;
  }

  /** GDAL's own reading of a file. */
  private static final class Ogr {
    static boolean installed() {
      try {
        return new ProcessBuilder("ogr2ogr", "--version").start().waitFor() == 0;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    /** Rows without the heading; the first cell is the geometry as WKT. */
    static List<String[]> rows(Path shp) throws IOException, InterruptedException {
      Process ogr =
          new ProcessBuilder(
                  "ogr2ogr", "-f", "CSV", "/vsistdout/", shp.toString(), "-lco", "GEOMETRY=AS_WKT")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(ogr.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      ogr.waitFor();
      List<String[]> rows = new ArrayList<>();
      try (MappingIterator<String[]> cells =
          new CsvMapper()
              .enable(CsvParser.Feature.WRAP_AS_ARRAY)
              .readerFor(String[].class)
              .readValues(text)) {
        for (boolean heading = true; cells.hasNextValue(); heading = false) {
          String[] row = cells.nextValue();
          if (!heading) {
            rows.add(row);
          }
        }
      }
      return rows;
    }
  }
}
