package org.gapmap.imports;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.SourceFeature;
import org.locationtech.jts.geom.Coordinate;

/**
 * What only the whole file can tell: fields that are zero throughout, columns that look like
 * personal data, where the layer lies. One reading of its own, before anything is stored; memory
 * does not grow with the file.
 */
final class Survey {
  private static final int VALUES_LOOKED_AT = 200;
  private static final int LEAST_HITS = 3;
  private static final int POSITIONS = 8_192;

  private static final class Column {
    private String sample = "";
    private int looked;
    private int plainNumbers;
    private final Map<PersonalData.Sort, Integer> personal = new HashMap<>();
  }

  private static final class Count {
    private boolean filled;
    private boolean positive;
  }

  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<FieldRole, Count> counts = new EnumMap<>(FieldRole.class);
  private final double[] x = new double[POSITIONS];
  private final double[] y = new double[POSITIONS];

  /** Columns of which more values may tell more. */
  private int toLookAt;

  private int rows;
  private int positions;
  private int stride = 1;
  private int untilNext;

  private Survey() {}

  static Survey of(
      FeatureSource source,
      FieldMapping mapping,
      FieldValues values,
      PersonalData personal,
      ImportProgress progress) {
    Survey survey = begin(source.description().fieldNames());
    Iterator<SourceFeature> rows = source.glances();
    while (rows.hasNext()) {
      survey.take(rows.next(), mapping, values, personal);
      progress.row(survey.rows);
    }
    return survey;
  }

  /** Of nothing yet; {@link #take} adds rows. */
  static Survey begin(List<String> fieldNames) {
    Survey survey = new Survey();
    fieldNames.forEach(field -> survey.columns.put(field, new Column()));
    survey.toLookAt = survey.columns.size();
    return survey;
  }

  void take(SourceFeature row, FieldMapping mapping, FieldValues values, PersonalData personal) {
    // Asks for a text only where one more can tell anything: reading it is most of the work.
    if (toLookAt > 0) {
      for (Map.Entry<String, Column> entry : columns.entrySet()) {
        Column column = entry.getValue();
        if (column.looked < VALUES_LOOKED_AT) {
          look(column, row.fields().getOrDefault(entry.getKey(), ""), values, personal);
          toLookAt -= column.looked == VALUES_LOOKED_AT ? 1 : 0;
        }
      }
    }
    for (MappedField field : mapping.fields()) {
      if (field.how() != MappedField.How.OWN && field.role().isFilledWithZeros()) {
        count(field, row, values);
      }
    }
    if (row.geometry().isPresent()) {
      place(row.geometry().get().getCoordinate());
    }
    rows++;
  }

  private static void look(Column column, String text, FieldValues values, PersonalData personal) {
    if (text.isEmpty() || values.isEmpty(text)) {
      return;
    }
    if (column.looked == 0) {
      column.sample = text;
    }
    column.looked++;
    column.plainNumbers += text.chars().allMatch(c -> c >= '0' && c <= '9') ? 1 : 0;
    personal.byValue(text).ifPresent(sort -> column.personal.merge(sort, 1, Integer::sum));
  }

  private void count(MappedField field, SourceFeature row, FieldValues values) {
    Count count = counts.computeIfAbsent(field.role(), r -> new Count());
    if (count.positive) {
      return;
    }
    String text = row.fields().getOrDefault(field.field(), "");
    OptionalInt value = values.count(field, text).value();
    if (value.isPresent()) {
      count.filled = true;
      count.positive |= value.getAsInt() > 0;
    } else if (!field.role().isCount()) {
      count.positive = !values.isEmpty(text);
    }
  }

  /** Keeps every n-th position, n doubling whenever the arrays are full. */
  private void place(Coordinate at) {
    if (!Double.isFinite(at.x) || !Double.isFinite(at.y) || (at.x == 0 && at.y == 0)) {
      return;
    }
    if (untilNext-- > 0) {
      return;
    }
    if (positions == POSITIONS) {
      stride *= 2;
      positions = POSITIONS / 2;
      for (int i = 0; i < positions; i++) {
        x[i] = x[2 * i];
        y[i] = y[2 * i];
      }
    }
    x[positions] = at.x;
    y[positions] = at.y;
    positions++;
    untilNext = stride - 1;
  }

  int rows() {
    return rows;
  }

  /** The first value in a field, empty where every row is empty. */
  String sample(String field) {
    Column column = columns.get(field);
    return column == null ? "" : column.sample;
  }

  /** Roles whose field is filled with zeros and nothing else. */
  Set<FieldRole> allZero() {
    Set<FieldRole> zero = new TreeSet<>();
    counts.forEach(
        (role, count) -> {
          if (count.filled && !count.positive) {
            zero.add(role);
          }
        });
    return zero;
  }

  /** Fields of which most values are digits and nothing else. */
  Set<String> plainNumbers() {
    return columns.entrySet().stream()
        .filter(entry -> 2 * entry.getValue().plainNumbers > entry.getValue().looked)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** What most of a field's values look like, where that is personal data. */
  Optional<PersonalData.Sort> personal(String field) {
    Column column = columns.get(field);
    if (column == null) {
      return Optional.empty();
    }
    return column.personal.entrySet().stream()
        .filter(hits -> hits.getValue() >= Math.min(LEAST_HITS, column.looked))
        .filter(hits -> 2 * hits.getValue() > column.looked)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** x and y in turn of at most {@value #POSITIONS} rows, in the file's coordinates. */
  double[] positions() {
    double[] xy = new double[2 * positions];
    for (int i = 0; i < positions; i++) {
      xy[2 * i] = x[i];
      xy[2 * i + 1] = y[i];
    }
    return xy;
  }
}
