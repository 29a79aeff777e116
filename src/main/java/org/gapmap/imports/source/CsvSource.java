package org.gapmap.imports.source;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.domain.UserError;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A CSV file whose rows have a place. */
final class CsvSource implements FeatureSource {
  private static final int SAMPLE = 1000;

  /** Titles and notes that offices put above the headings. */
  private static final int MOST_TITLE_LINES = 5;

  private final CsvText text;
  private final CsvColumns columns;
  private final List<String> names;
  private final int headingRow;
  private final List<Notice> openingWarnings = new ArrayList<>();
  private final List<MappingIterator<String[]>> open = new ArrayList<>();
  private final SourceDescription description;
  private Optional<Notice> brokenOff = Optional.empty();

  private CsvSource(CsvText text, CsvColumns columns, List<String> names, int headingRow) {
    this.text = text;
    this.columns = columns;
    this.names = names;
    this.headingRow = headingRow;
    if (text.file().contradicted()) {
      openingWarnings.add(text.file().contradiction());
    }
    Sample sample = sample();
    this.description =
        new SourceDescription(
            text.file().name(),
            "csv",
            sample.type,
            names,
            OptionalInt.empty(),
            text.encoding(),
            columns.hint(),
            sample.bounds);
  }

  /**
   * @throws UserError where no column holds a place
   */
  static FeatureSource open(Located at, ReadOptions options) {
    CsvText text = CsvText.open(at, options.encoding());
    List<String> first = List.of();
    try (MappingIterator<String[]> records = text.records()) {
      for (int row = 1; row <= MOST_TITLE_LINES && records.hasNextValue(); row++) {
        List<String> cells = Arrays.stream(records.nextValue()).map(CsvSource::text).toList();
        Optional<CsvColumns> columns = CsvColumns.find(cells);
        if (columns.isPresent()) {
          return new CsvSource(text, columns.get(), UniqueNames.of(cells), row);
        }
        first = first.isEmpty() ? cells : first;
      }
    } catch (IOException e) {
      throw new UserError(
          "it can't be read as CSV (" + firstLine(e) + ")",
          at.name(),
          "save it again as CSV UTF-8",
          e);
    }
    if (text.file().contradicted()) {
      throw new UserError(
          "its headings can't be read as " + text.encoding().charset(),
          at.name(),
          "leave --encoding out, or name another one, like GBK");
    }
    throw new UserError(
        "no column holds coordinates; its columns are: " + String.join(", ", first),
        at.name(),
        "name the columns lon and lat (or 经度 and 纬度, x and y, wkt); addresses alone must be geocoded"
            + " first");
  }

  private static String text(@Nullable String cell) {
    return cell == null ? "" : cell.strip();
  }

  private record Sample(String type, Envelope bounds) {}

  /** Looks at the first rows: where they lie, and whether the columns have been swapped. */
  private Sample sample() {
    SampleBounds bounds = new SampleBounds();
    String type = columns.form() == CsvColumns.Form.WKT ? "unknown" : "point";
    int swapped = 0;
    Iterator<SourceFeature> rows = features();
    while (bounds.count() < SAMPLE && rows.hasNext()) {
      Optional<Geometry> shape = rows.next().geometry();
      if (shape.isPresent()) {
        Envelope place = shape.get().getEnvelopeInternal();
        swapped += looksSwapped(place) ? 1 : 0;
        type = bounds.count() == 0 ? GeometryWords.of(shape.get()) : type;
        bounds.add(place);
      }
    }
    if (2 * swapped > bounds.count()) {
      openingWarnings.add(
          Notice.of(
              "columns_swapped",
              "“" + names.get(columns.x()) + "”与“" + names.get(columns.y()) + "”两列看起来颠倒了，未作更改",
              "the columns '"
                  + names.get(columns.x())
                  + "' and '"
                  + names.get(columns.y())
                  + "' look swapped; they were left as they are"));
    }
    return new Sample(type, bounds.bounds());
  }

  /** Latitude before longitude in China, or a surveyor's northing before easting. */
  private static boolean looksSwapped(Envelope place) {
    double x = place.getMinX();
    double y = place.getMinY();
    boolean degrees = x > 3 && x < 54 && y > 73 && y < 136;
    boolean metres =
        x > 1_800_000 && x < 6_000_000 && ((y > 100_000 && y < 900_000) || y > 13_000_000);
    return degrees || metres;
  }

  @Override
  public SourceDescription description() {
    return description;
  }

  @Override
  public List<EncodingReading> encodings() {
    return text.file().encodings();
  }

  @Override
  public Iterator<SourceFeature> features() {
    brokenOff = Optional.empty();
    MappingIterator<String[]> records = text.records();
    open.add(records);
    return new Rows(records);
  }

  @Override
  public List<Notice> warnings() {
    List<Notice> all = new ArrayList<>(openingWarnings);
    brokenOff.ifPresent(all::add);
    return all;
  }

  @Override
  public void close() {
    for (MappingIterator<String[]> records : open) {
      try {
        records.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private final class Rows implements Iterator<SourceFeature> {
    private final MappingIterator<String[]> records;
    private int row;
    private @Nullable SourceFeature ready;
    private boolean over;

    Rows(MappingIterator<String[]> records) {
      this.records = records;
    }

    @Override
    public boolean hasNext() {
      while (ready == null && !over) {
        advance();
      }
      return ready != null;
    }

    @Override
    public SourceFeature next() {
      if (!hasNext() || ready == null) {
        throw new NoSuchElementException();
      }
      SourceFeature feature = ready;
      ready = null;
      return feature;
    }

    private void advance() {
      try {
        if (!records.hasNextValue()) {
          over = true;
          return;
        }
        String[] cells = records.nextValue();
        row++;
        if (row > headingRow && !blank(cells)) {
          ready = feature(cells);
        }
      } catch (IOException | RuntimeJsonMappingException e) {
        over = true;
        brokenOff =
            Optional.of(
                Notice.of(
                    "csv_broken_off",
                    "第 " + (row + 1) + " 行起无法按 CSV 解析，其后的行未读取：" + firstLine(e),
                    "from row "
                        + (row + 1)
                        + " on the file is not valid CSV and was not read: "
                        + firstLine(e)));
      }
    }

    private boolean blank(String[] cells) {
      return Arrays.stream(cells).allMatch(c -> text(c).isEmpty());
    }

    private SourceFeature feature(String[] cells) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        fields.put(names.get(i), CsvPlace.cell(cells, i));
      }
      ShapeDecoder.Decoded place =
          overflows(cells)
              ? tooManyCells(cells.length)
              : CsvPlace.of(cells, columns, text.decimalComma());
      return new SourceFeature(row, place.geometry(), fields, place.problem());
    }

    /** More cells than headings: a separator inside a text, and all after it out of place. */
    private boolean overflows(String[] cells) {
      return cells.length > names.size()
          && !blank(Arrays.copyOfRange(cells, names.size(), cells.length));
    }

    private ShapeDecoder.Decoded tooManyCells(int count) {
      return ShapeDecoder.Decoded.of(
          Notice.of(
              "cell_count",
              "此行单元格多于表头：某个文本中有未加引号的分隔符",
              "the row has more cells than the heading: a separator stands unquoted in a text",
              count + " > " + names.size()));
    }
  }
}
