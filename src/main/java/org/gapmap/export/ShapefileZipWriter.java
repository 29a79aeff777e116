package org.gapmap.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.geo.DbfField;
import org.gapmap.geo.ShapefileLayer;
import org.gapmap.geo.ShapefileWriter;
import org.gapmap.store.LayerContents;
import org.jspecify.annotations.Nullable;

/**
 * Writes a zip with a shapefile in UTF-8 and a table of its fields' names; where points and
 * polygons occur, one shapefile of each.
 */
final class ShapefileZipWriter implements TableWriter {
  private static final LocalizedText WIDTHS =
      new LocalizedText("量取字段宽度", "Measuring the columns' widths");
  private static final LocalizedText STAGE =
      new LocalizedText("写入 shapefile", "Writing the shapefile");
  private static final LocalizedText ZIP = new LocalizedText("压缩", "Packing");
  private static final int MOST_FIELDS = 255;
  private static final int WIDEST_ROW = 65_535;

  @Override
  public List<String> write(Writing writing, Path file) throws IOException {
    LayerTable table = writing.table();
    if (table.columns().size() > MOST_FIELDS) {
      throw new UserError(
          "a shapefile ends at 255 fields; this table has " + table.columns().size(),
          "shp",
          "choose another format, like gpkg");
    }
    List<String> names = DbfNames.of(table.columns());
    note(writing, names);
    List<DbfField> fields = measured(writing, names);
    Path folder = Files.createTempDirectory(parent(file), ".shapefile-");
    try {
      writeShapes(writing, folder, fields);
      writeNames(table.columns(), names, folder.resolve(table.name() + "_fields.csv"));
      writing.progress().stage(ZIP, org.gapmap.jobs.Progress.UNKNOWN);
      pack(folder, file, writing);
    } finally {
      delete(folder);
    }
    return names;
  }

  private static void note(Writing writing, List<String> names) {
    List<TableColumn> columns = writing.table().columns();
    int cut = 0;
    for (int i = 0; i < names.size(); i++) {
      cut += names.get(i).equals(columns.get(i).name()) ? 0 : 1;
    }
    writing.losses().add(Loss.NAMES_CUT, cut);
    writing.losses().add(Loss.NO_ORIGIN);
    LayerContents.Forms forms = writing.table().forms();
    if (forms.polygons()) {
      writing.losses().add(Loss.PARTS_REORDERED);
    }
    if (forms.polygons() && forms.points()) {
      writing.losses().add(Loss.MIXED_FORMS);
    }
  }

  private static List<DbfField> measured(Writing writing, List<String> names) throws IOException {
    DbfWidths widths = new DbfWidths(writing.table().columns());
    writing.values(WIDTHS, widths::look);
    List<DbfField> fields = widths.fields(names);
    int row = 1 + fields.stream().mapToInt(DbfField::width).sum();
    if (row > WIDEST_ROW) {
      throw new UserError(
          "a shapefile's row ends at 65,535 bytes; those of this table take " + row,
          "shp",
          "choose another format, like gpkg");
    }
    return fields;
  }

  private static void writeShapes(Writing writing, Path folder, List<DbfField> fields)
      throws IOException {
    LayerTable table = writing.table();
    LayerContents.Forms forms = table.forms();
    boolean mixed = forms.points() && forms.polygons();
    try (ShapefileWriter points =
            mixed ? open(writing, folder, "_points", ShapefileLayer.POINTS, fields) : null;
        ShapefileWriter main =
            open(writing, folder, mixed ? "_polygons" : "", shapeType(forms), fields)) {
      writing.rows(
          STAGE,
          (values, shape) -> {
            ShapefileWriter target = points != null && shape.getDimension() == 0 ? points : main;
            target.write(shape, cells(values, fields, writing.losses()));
          });
    }
  }

  private static ShapefileWriter open(
      Writing writing, Path folder, String ending, int shapeType, List<DbfField> fields)
      throws IOException {
    return new ShapefileWriter(
        folder,
        new ShapefileLayer(writing.table().name() + ending, shapeType, fields),
        writing.crs().esriWkt(),
        StandardCharsets.UTF_8);
  }

  private static int shapeType(LayerContents.Forms forms) {
    if (forms.polygons()) {
      return ShapefileLayer.POLYGONS;
    }
    return forms.lines() ? ShapefileLayer.LINES : ShapefileLayer.POINTS;
  }

  private static List<String> cells(
      @Nullable Object[] values, List<DbfField> fields, Losses losses) {
    List<String> cells = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      String text = DbfWidths.text(values[i]);
      String cell = Values.fitting(text, fields.get(i).width());
      losses.add(Loss.TEXTS_CUT, cell.length() < text.length() ? 1 : 0);
      cells.add(cell);
    }
    return cells;
  }

  private static void writeNames(List<TableColumn> columns, List<String> names, Path file)
      throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      rows.add(new String[] {RunCsv.text(names.get(i)), RunCsv.text(columns.get(i).known())});
    }
    try (Writer out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
      out.append(RunCsv.BYTE_ORDER_MARK);
      CsvRows.write(List.of("field", "name"), rows, out);
    }
  }

  private static void pack(Path folder, Path file, Writing writing) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Stream<Path> parts = Files.list(folder)) {
      zip.setLevel(java.util.zip.Deflater.BEST_SPEED);
      for (Path part : parts.sorted().toList()) {
        zip.putNextEntry(new ZipEntry(part.getFileName().toString()));
        try (var in = Files.newInputStream(part)) {
          byte[] block = new byte[1 << 20];
          for (int read = in.read(block); read > 0; read = in.read(block)) {
            zip.write(block, 0, read);
            writing.progress().done(0);
          }
        }
        zip.closeEntry();
      }
    }
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " has no folder");
    }
    return parent;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> parts = Files.list(folder)) {
      for (Path part : parts.toList()) {
        Files.delete(part);
      }
    }
    Files.delete(folder);
  }
}
