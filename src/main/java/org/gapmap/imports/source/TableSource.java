package org.gapmap.imports.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gapmap.domain.UserError;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A table whose rows have a place: coordinates, or at least an address. A row's number is the one
 * that a spreadsheet shows.
 */
final class TableSource implements FeatureSource {
  private static final int SAMPLE = 1000;

  private final Table table;
  private final ReadLimits limits;
  private final TableHeading heading;
  private final List<String> names;

  /** For each name its column. */
  private final int[] columns;

  private final List<Notice> openingWarnings = new ArrayList<>();
  private final AxisOrder axes = new AxisOrder();
  private final SourceDescription description;
  private @Nullable Features last;

  private TableSource(Table table, TableHeading heading, ReadOptions options) {
    this.table = table;
    this.limits = options.limits();
    this.heading = heading;
    openingWarnings.addAll(table.notices());
    limits.check(ReadLimits.Setting.FIELDS, heading.texts().size(), table.name());
    this.columns = filledColumns();
    List<String> unique = UniqueNames.of(heading.texts());
    List<String> kept = new ArrayList<>();
    for (int column : columns) {
      kept.add(unique.get(column));
    }
    this.names = List.copyOf(kept);
    SampleBounds bounds = new SampleBounds();
    String type = sample(bounds);
    this.description =
        new SourceDescription(
            table.name(),
            table.format(),
            type,
            names,
            OptionalInt.empty(),
            table.encoding(),
            heading.places().flatMap(PlaceColumns::hint),
            bounds.bounds());
  }

  @Override
  public Set<String> placeFields() {
    List<String> unique = UniqueNames.of(heading.texts());
    return heading
        .places()
        .map(places -> Set.copyOf(List.of(unique.get(places.x()), unique.get(places.y()))))
        .orElse(Set.of());
  }

  /**
   * @param table closed with the source, or where this throws
   * @throws UserError where no column holds a place or an address
   */
  static FeatureSource open(Table table, ReadOptions options) {
    try {
      List<Table.Row> first = new ArrayList<>();
      try (Table.Rows rows = table.rows()) {
        for (Table.Row row = rows.next();
            row != null && first.size() < TableHeading.LOOKED_AT;
            row = rows.next()) {
          if (!row.isBlank()) {
            first.add(row);
          }
        }
      }
      Optional<TableHeading> heading = TableHeading.find(first);
      return new TableSource(table, heading.orElseThrow(() -> noPlace(table, first)), options);
    } catch (RuntimeException e) {
      table.close();
      throw e;
    }
  }

  private static UserError noPlace(Table table, List<Table.Row> first) {
    if (table.notices().stream().anyMatch(n -> n.code().equals("encoding_contradicted"))) {
      return new UserError(
          "its headings can't be read as " + table.encoding().charset(),
          table.name(),
          "leave --encoding out, or name another one, like GBK");
    }
    return new UserError(
        "no column holds coordinates; its columns are: "
            + (first.isEmpty() ? "" : String.join(", ", first.get(0).cells())),
        table.name(),
        "name the columns lon and lat (or 经度 and 纬度, x and y, wkt), or 地址 where there are addresses"
            + " only");
  }

  /** Columns with a heading, or with a value in one of the first rows. */
  private int[] filledColumns() {
    boolean[] filled = new boolean[heading.texts().size()];
    try (Table.Rows rows = table.rows()) {
      Table.Row row = rows.next();
      for (int read = 0; row != null && read < SAMPLE; row = rows.next()) {
        if (row.number() > heading.last()) {
          read++;
          for (int i = 0; i < filled.length; i++) {
            filled[i] |= !row.cell(i).isEmpty();
          }
        }
      }
    }
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < filled.length; i++) {
      if (filled[i] || !heading.texts().get(i).isEmpty()) {
        kept.add(i);
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Looks at the first rows: where they lie, and whether the columns have been swapped. */
  private String sample(SampleBounds bounds) {
    boolean points = heading.places().map(p -> p.form() != PlaceColumns.Form.WKT).orElse(true);
    String type = points ? "point" : "unknown";
    for (boolean counting : new boolean[] {true, false}) {
      try (Features rows = new Features()) {
        for (int i = 0; i < SAMPLE && rows.hasNext(); i++) {
          Optional<Geometry> shape = rows.next().geometry();
          if (shape.isPresent() && counting && points) {
            axes.look(rows.asWritten);
          } else if (shape.isPresent() && !counting) {
            type = bounds.count() == 0 ? GeometryWords.of(shape.get()) : type;
            bounds.add(shape.get().getEnvelopeInternal());
          }
        }
      }
    }
    if (points && axes.columnsSwapped()) {
      PlaceColumns places = heading.places().orElseThrow();
      String x = heading.texts().get(places.x());
      String y = heading.texts().get(places.y());
      openingWarnings.add(
          Notice.of(
              "columns_swapped",
              x.equals(y)
                  ? "“" + x + "”列中经纬度次序颠倒，已按纠正后的次序读取"
                  : "“" + x + "”与“" + y + "”两列颠倒，已按纠正后的次序读取",
              x.equals(y)
                  ? "the column '" + x + "' holds latitude before longitude; it was read that way"
                  : "the columns '"
                      + x
                      + "' and '"
                      + y
                      + "' are swapped; they were read the other"
                      + " way round"));
    }
    return type;
  }

  @Override
  public SourceDescription description() {
    return description;
  }

  @Override
  public List<EncodingReading> encodings() {
    return table.encodings();
  }

  @Override
  public Iterator<SourceFeature> features() {
    last = new Features();
    return last;
  }

  @Override
  public List<Notice> warnings() {
    List<Notice> all = new ArrayList<>(openingWarnings);
    if (last != null) {
      last.rows.brokenOff().ifPresent(all::add);
      all.addAll(last.notes.notices());
    }
    return all;
  }

  @Override
  public void close() {
    table.close();
  }

  private final class Features implements Iterator<SourceFeature>, AutoCloseable {
    private final Table.Rows rows = table.rows();
    private final TableNotes notes = new TableNotes();
    private Coordinate asWritten = new Coordinate();
    private int read;
    private @Nullable SourceFeature ready;
    private boolean over;

    @Override
    public boolean hasNext() {
      while (ready == null && !over) {
        Table.Row row = rows.next();
        if (row == null) {
          over = true;
        } else if (row.number() > heading.last() && !row.isBlank()) {
          ready = feature(row);
        }
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

    /** Null for a row that is no thing of its own. */
    private @Nullable SourceFeature feature(Table.Row row) {
      ShapeDecoder.Decoded place = place(row);
      if (place.geometry().isEmpty() && notes.take(row)) {
        return null;
      }
      limits.check(ReadLimits.Setting.ROWS, ++read, table.name());
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        fields.put(names.get(i), row.cell(columns[i]));
      }
      return new SourceFeature(row.number(), place.geometry(), fields, place.problem());
    }

    private ShapeDecoder.Decoded place(Table.Row row) {
      if (table.overflowIsDamage() && overflows(row)) {
        return tooManyCells(row.cells().size());
      }
      if (heading.places().isEmpty()) {
        return ShapeDecoder.Decoded.of(
            said(row, heading.address()) || said(row, heading.name())
                ? addressOnly()
                : noAddress());
      }
      PlaceColumns places = heading.places().get();
      ShapeDecoder.Decoded place = PlaceText.of(row, places, table.decimalComma());
      if (place.geometry().isEmpty()) {
        boolean missing =
            place.problem().stream().anyMatch(p -> p.code().equals("coordinate_missing"));
        return missing && said(row, heading.address())
            ? ShapeDecoder.Decoded.of(addressOnly())
            : place;
      }
      return places.form() == PlaceColumns.Form.WKT ? place : turned(place.geometry().get());
    }

    private static boolean said(Table.Row row, int column) {
      return column >= 0 && !row.cell(column).isEmpty();
    }

    private ShapeDecoder.Decoded turned(Geometry point) {
      asWritten = point.getCoordinate();
      if (!axes.swapped(asWritten)) {
        return ShapeDecoder.Decoded.of(point);
      }
      Geometry right = FlatShapes.point(asWritten.y, asWritten.x);
      return new ShapeDecoder.Decoded(
          Optional.of(right),
          axes.columnsSwapped()
              ? Optional.empty()
              : Optional.of(
                  Notice.of(
                      "coordinates_swapped",
                      "该行经纬度颠倒，已纠正",
                      "longitude and latitude were swapped in the row, and read the right way")));
    }

    /** More cells than headings: a separator inside a text, and all after it out of place. */
    private boolean overflows(Table.Row row) {
      int headings = heading.texts().size();
      return row.cells().size() > headings
          && row.cells().subList(headings, row.cells().size()).stream().anyMatch(c -> !c.isEmpty());
    }

    private ShapeDecoder.Decoded tooManyCells(int count) {
      return ShapeDecoder.Decoded.of(
          Notice.of(
              "cell_count",
              "此行单元格多于表头：某个文本中有未加引号的分隔符",
              "the row has more cells than the heading: a separator stands unquoted in a text",
              count + " > " + heading.texts().size()));
    }

    private static Notice addressOnly() {
      return Notice.of(
          SourceFeature.ADDRESS_ONLY,
          "只有地址，没有坐标",
          "the row has an address, or a name, but no coordinates");
    }

    private static Notice noAddress() {
      return Notice.of(
          "coordinate_missing", "既没有坐标也没有地址", "the row has neither coordinates nor an address");
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
