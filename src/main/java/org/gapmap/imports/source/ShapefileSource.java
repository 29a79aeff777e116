package org.gapmap.imports.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.domain.UserError;
import org.gapmap.geo.DeclaredCrs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** A shapefile: shapes, attributes and what lies beside them. */
final class ShapefileSource implements FeatureSource {
  private static final int SAMPLE = 1000;

  private final ShapefileParts parts;
  private final ShapeRecords shapes;
  private final @Nullable DbfTable table;
  private final List<Notice> openingWarnings = new ArrayList<>();
  private final Map<String, String> noFields;
  private final SourceDescription description;
  private List<EncodingReading> encodings = List.of();
  private int deletedRows;

  /**
   * @param parts the files; closed with this source
   */
  ShapefileSource(ShapefileParts parts, ReadOptions options) {
    this.parts = parts;
    this.shapes = ShapeRecords.open(parts.shp(), parts.shx(), parts.name(), options.limits());
    this.table = parts.dbf().flatMap(DbfTable::open).orElse(null);
    requireWithin(options.limits());
    openingWarnings.addAll(parts.notices());
    openingWarnings.addAll(shapes.notices());
    warnAboutAttributes();
    EncodingChoice encoding = encoding(options);
    if (table != null) {
      table.decodeAs(encoding.charset());
      warnAboutCutNames(table.cutNames());
    }
    this.noFields = blanks(table == null ? List.of() : table.names());
    this.description =
        new SourceDescription(
            parts.name(),
            "shapefile",
            shapes.type().word(),
            table == null ? List.of() : table.names(),
            OptionalInt.of(rows()),
            encoding,
            declaredCrs(),
            sample());
  }

  private void requireWithin(ReadLimits limits) {
    try {
      limits.check(ReadLimits.Setting.ROWS, rows(), parts.name());
      if (table != null) {
        limits.check(ReadLimits.Setting.FIELDS, table.header().columns().size(), parts.name());
      }
    } catch (UserError e) {
      close();
      throw e;
    }
  }

  private EncodingChoice encoding(ReadOptions options) {
    EncodingLadder ladder =
        new EncodingLadder(
            options.encoding(),
            parts.cpg().map(ShapefileSource::text),
            table == null ? 0 : table.header().languageByte());
    EncodingProbe probe = ladder.probe();
    if (table != null) {
      table.show(probe);
    }
    EncodingChoice choice = ladder.decide(probe);
    openingWarnings.addAll(ladder.warnings());
    encodings = table == null ? List.of() : probe.trial().ranked();
    return choice;
  }

  private void warnAboutCutNames(List<String> cut) {
    if (!cut.isEmpty()) {
      openingWarnings.add(
          Notice.of(
              "field_name_cut",
              "字段名超过 10 个字节，末尾的汉字被截断：" + String.join("、", cut),
              "names of fields were cut in the middle of a character by the limit of ten bytes: "
                  + String.join(", ", cut)));
    }
  }

  /** What the .prj says, unless it is no coordinate system at all but, say, a saved web page. */
  private Optional<DeclaredCrs> declaredCrs() {
    if (parts.prj().isEmpty()) {
      return Optional.empty();
    }
    String text = text(parts.prj().get());
    String start = text.strip();
    if (start.isEmpty() || start.startsWith("<") || start.startsWith("{")) {
      openingWarnings.add(
          Notice.of(
              "prj_unusable",
              start.isEmpty() ? ".prj 文件是空的，已忽略" : ".prj 文件的内容不是坐标系（例如误存的网页），已忽略",
              start.isEmpty()
                  ? "the .prj file is empty; it was ignored"
                  : "the .prj file holds no coordinate system (a saved web page?); it was ignored"));
      return Optional.empty();
    }
    return Optional.of(new DeclaredCrs(DeclaredCrs.Kind.WKT, text, parts.stem() + ".prj"));
  }

  @Override
  public List<EncodingReading> encodings() {
    return encodings;
  }

  private void warnAboutAttributes() {
    if (table == null) {
      openingWarnings.add(
          parts.dbf().isPresent()
              ? Notice.of(
                  "dbf_unreadable",
                  ".dbf 不是可读的 dBASE 表，各行没有属性",
                  "the .dbf is not a readable dBASE table; the rows come without attributes")
              : Notice.of(
                  "dbf_missing",
                  "缺少 .dbf 文件，各行没有属性",
                  "the .dbf is missing; the rows come without attributes"));
      return;
    }
    if (table.rows() < table.header().declaredRows()) {
      openingWarnings.add(
          Notice.of(
              "dbf_cut_off",
              ".dbf 声明有 " + table.header().declaredRows() + " 行，实际只有 " + table.rows() + " 行",
              "the .dbf claims "
                  + table.header().declaredRows()
                  + " rows and holds "
                  + table.rows()
                  + ": it was cut off"));
    }
    if (table.rows() != shapes.count()) {
      openingWarnings.add(
          Notice.of(
              "row_counts_differ",
              ".shp 有 " + shapes.count() + " 个图形，.dbf 有 " + table.rows() + " 行",
              "the .shp holds " + shapes.count() + " shapes, the .dbf " + table.rows() + " rows"));
    }
    List<String> memos =
        table.header().columns().stream()
            .filter(c -> c.type() == 'M')
            .map(c -> StandardCharsets.ISO_8859_1.decode(c.rawName().duplicate()).toString())
            .toList();
    if (!memos.isEmpty()) {
      openingWarnings.add(
          Notice.of(
              "memo_not_read",
              "备注（memo）字段的内容未读取：" + memos,
              "the text of memo fields is not read: " + String.join(", ", memos)));
    }
  }

  private static Map<String, String> blanks(List<String> names) {
    Map<String, String> blanks = new LinkedHashMap<>();
    names.forEach(n -> blanks.put(n, ""));
    return blanks;
  }

  private int rows() {
    return Math.max(shapes.count(), table == null ? 0 : table.rows());
  }

  private Envelope sample() {
    SampleBounds sample = new SampleBounds();
    Iterator<SourceFeature> rows = features();
    while (sample.count() < SAMPLE && rows.hasNext()) {
      rows.next().geometry().ifPresent(shape -> sample.add(shape.getEnvelopeInternal()));
    }
    return sample.bounds();
  }

  private static String text(Path small) {
    try {
      byte[] bytes = new byte[1 << 16];
      try (var in = Files.newInputStream(small)) {
        int length = in.readNBytes(bytes, 0, bytes.length);
        return new String(bytes, 0, length, StandardCharsets.UTF_8).replace("\uFEFF", "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SourceDescription description() {
    return description;
  }

  @Override
  public Iterator<SourceFeature> features() {
    deletedRows = 0;
    return new Rows(false);
  }

  @Override
  public Iterator<SourceFeature> glances() {
    deletedRows = 0;
    return new Rows(true);
  }

  @Override
  public List<Notice> warnings() {
    List<Notice> all = new ArrayList<>(openingWarnings);
    if (deletedRows > 0) {
      all.add(
          Notice.of(
              "deleted_rows",
              "已跳过 " + deletedRows + " 个标记为删除的行",
              deletedRows + " rows are marked as deleted and were skipped"));
    }
    return all;
  }

  @Override
  public void close() {
    shapes.close();
    if (table != null) {
      table.close();
    }
    parts.close();
  }

  private final class Rows implements Iterator<SourceFeature> {
    private int next;
    private @Nullable SourceFeature ready;
    private final boolean glancing;

    Rows(boolean glancing) {
      this.glancing = glancing;
    }

    @Override
    public boolean hasNext() {
      while (ready == null && next < rows()) {
        ready = read(next++);
      }
      return ready != null;
    }

    @Override
    public SourceFeature next() {
      if (!hasNext() || ready == null) {
        throw new NoSuchElementException();
      }
      SourceFeature row = ready;
      ready = null;
      return row;
    }

    private @Nullable SourceFeature read(int row) {
      Optional<Map<String, String>> fields = Optional.of(noFields);
      if (table != null && row < table.rows()) {
        fields = glancing ? table.glance(row) : table.find(row);
        if (fields.isEmpty()) {
          deletedRows++;
          return null;
        }
      }
      ShapeDecoder.Decoded shape =
          row < shapes.count() ? shapes.shape(row, glancing) : ShapeDecoder.missing();
      return new SourceFeature(row + 1, shape.geometry(), fields.get(), shape.problem());
    }
  }
}
