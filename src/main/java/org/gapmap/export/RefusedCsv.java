package org.gapmap.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gapmap.domain.RefusedColumns;
import org.gapmap.domain.UserError;
import org.gapmap.store.LayerHistory;
import org.gapmap.store.RefusedRow;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;

/**
 * The rows of a file that were not stored, as comma-separated values: where each stood, why it was
 * refused and what to do, then its own columns, and of a file with shapes the shape as it stood.
 * Put right, the file can be imported as it is.
 */
public final class RefusedCsv {
  /** In these the columns say the place. */
  private static final Set<String> TABLES = Set.of("csv", "xlsx");

  private RefusedCsv() {}

  /**
   * Writes the rows that the import of a layer's version refused; the writer is flushed and left
   * open.
   *
   * @throws UserError where the version is not there, or no row of it was refused
   */
  public static void write(LayerHistory history, int layer, int version, Writer out)
      throws IOException {
    LayerHistory.Detail detail = refusing(history, layer, version);
    Set<String> names = new LinkedHashSet<>();
    history.forEachRefused(layer, version, row -> names.addAll(row.columns().keySet()));
    boolean shapes = !TABLES.contains(detail.report().path("format").asText());
    RefusedReasons reasons = new RefusedReasons(detail.report());
    List<String> header = new ArrayList<>(RefusedColumns.NAMES);
    header.addAll(names);
    if (shapes) {
      header.add(RefusedColumns.SHAPE);
    }
    CsvMapper mapper = new CsvMapper();
    mapper.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (SequenceWriter csv =
        mapper
            .writerFor(String[].class)
            .with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .writeValues(out)) {
      csv.write(header.toArray(String[]::new));
      history.forEachRefused(
          layer,
          version,
          row -> {
            try {
              csv.write(cells(row, names, shapes, reasons));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.flush();
  }

  static LayerHistory.Detail refusing(LayerHistory history, int layer, int version) {
    LayerHistory.Detail detail = history.getVersion(layer, version);
    if (detail.version().file().refused() == 0) {
      throw new UserError(
          "no row of " + detail.version().file().name() + " was refused",
          "version " + version,
          "there is nothing to put right");
    }
    return detail;
  }

  /**
   * Writes the refused rows that a report lists, at most a thousand and without their own columns:
   * of an import that was only looked at.
   */
  public static void writeListed(JsonNode report, Writer out) throws IOException {
    RefusedReasons reasons = new RefusedReasons(report);
    CsvMapper mapper = new CsvMapper();
    mapper.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (SequenceWriter csv = mapper.writerFor(String[].class).writeValues(out)) {
      csv.write(RefusedColumns.NAMES.toArray(String[]::new));
      for (JsonNode listed : report.path("refusedRows")) {
        RefusedRow row =
            new RefusedRow(
                listed.path("row").asInt(),
                listed.path("field").asText(),
                listed.path("code").asText(),
                listed.path("detail").asText(),
                Map.of(),
                Optional.empty());
        csv.write(
            reasons.columns(row).stream().map(RefusedColumns::harmless).toArray(String[]::new));
      }
    }
    out.flush();
  }

  private static String[] cells(
      RefusedRow row, Set<String> names, boolean shapes, RefusedReasons reasons) {
    List<String> cells = new ArrayList<>(reasons.columns(row));
    names.forEach(name -> cells.add(row.columns().getOrDefault(name, "")));
    cells.replaceAll(RefusedColumns::harmless);
    if (shapes) {
      cells.add(row.shape().map(RefusedCsv::text).orElse(""));
    }
    return cells.toArray(String[]::new);
  }

  /** A shape with coordinates that are no numbers has no text; what the file held is lost here. */
  private static String text(Geometry shape) {
    return hasPlace(shape) ? new WKTWriter(2).write(shape) : "";
  }

  static boolean hasPlace(Geometry shape) {
    for (Coordinate at : shape.getCoordinates()) {
      if (!Double.isFinite(at.x) || !Double.isFinite(at.y)) {
        return false;
      }
    }
    return true;
  }
}
