package org.gapmap.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gapmap.domain.TargetGroup;
import org.gapmap.store.LayerContents;
import org.gapmap.store.RunHeader;
import org.gapmap.store.RunKind;
import org.gapmap.store.RunNumber;
import org.gapmap.store.RunStore;
import org.gapmap.store.StoredColumn;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as a row per community with a group of columns per kind. Groups of fewer than
 * {@value SmallGroups#LEAST} people are left empty, and the kind's column {@code masked} names
 * them.
 */
final class RunTable implements LayerTable {
  /** A column of a kind's group, and its ending in ten letters. */
  private record Measure(String ending, String brief, StoredColumn.Type type) {}

  private static final List<Measure> MEASURES =
      List.of(
          new Measure("status", "status", StoredColumn.Type.TEXT),
          new Measure("share", "share", StoredColumn.Type.REAL),
          new Measure("nearest", "near", StoredColumn.Type.TEXT),
          new Measure("nearest_m", "near_m", StoredColumn.Type.REAL),
          new Measure("residents_out_of_reach", "resout", StoredColumn.Type.REAL),
          new Measure("group", "group", StoredColumn.Type.TEXT),
          new Measure("people_basis", "basis", StoredColumn.Type.TEXT),
          new Measure("group_people", "people", StoredColumn.Type.REAL),
          new Measure("share_of_people", "pshare", StoredColumn.Type.REAL),
          new Measure("served", "served", StoredColumn.Type.REAL),
          new Measure("without_capacity", "nocap", StoredColumn.Type.REAL),
          new Measure("group_out_of_reach", "out", StoredColumn.Type.REAL),
          new Measure("quantity_gap", "lack", StoredColumn.Type.REAL),
          new Measure("masked", "masked", StoredColumn.Type.TEXT),
          new Measure("radius_m", "radius", StoredColumn.Type.REAL),
          new Measure("mode", "mode", StoredColumn.Type.TEXT),
          new Measure("verification", "verify", StoredColumn.Type.TEXT));

  private final LayerContents contents;
  private final RunHeader run;
  private final List<RunKind> kinds;
  private final Map<Long, String> facilities;
  private final long communities;
  private final List<TableColumn> columns = new ArrayList<>();
  private final int meant;

  RunTable(LayerContents contents, RunStore runs, RunHeader run) {
    this.contents = contents;
    this.run = run;
    this.kinds = runs.listKinds(run.id());
    this.facilities = runs.facilityNames(run.id());
    this.communities = kinds.isEmpty() ? 0 : kinds.get(0).columns().size();
    for (StoredColumn column : LayerContents.runColumns()) {
      columns.add(TableColumn.of(column));
    }
    this.meant = columns.size();
    for (int k = 0; k < kinds.size(); k++) {
      for (Measure measure : MEASURES) {
        columns.add(
            new TableColumn(
                kinds.get(k).rule().kind() + "_" + measure.ending(),
                "",
                measure.type(),
                String.format(Locale.ROOT, "k%02d%s", k + 1, measure.brief())));
      }
    }
  }

  @Override
  public String name() {
    return "run_" + run.id();
  }

  @Override
  public LayerContents.Forms forms() {
    return new LayerContents.Forms(false, false, true);
  }

  @Override
  public List<TableColumn> columns() {
    return List.copyOf(columns);
  }

  @Override
  public long rows() {
    return communities;
  }

  @Override
  public Map<String, String> origin() {
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("city", run.city());
    origin.put("run", Long.toString(run.id()));
    origin.put("standard", run.standard());
    origin.put("dataVersion", Integer.toString(run.dataVersion()));
    origin.put("assessedAt", run.createdAt().toString());
    return origin;
  }

  @Override
  public void read(Sink sink) throws IOException {
    int[] index = {0};
    contents.readRun(
        run.id(),
        (values, attributes, shape) -> {
          @Nullable Object[] row = new Object[columns.size()];
          System.arraycopy(values, 0, row, 0, meant);
          int at = meant;
          for (RunKind kind : kinds) {
            at = fill(row, at, kind, index[0]);
          }
          index[0]++;
          sink.row(row, shape);
        });
  }

  private int fill(@Nullable Object[] row, int first, RunKind kind, int index) {
    SmallGroups people =
        SmallGroups.of(
            kind.group() == TargetGroup.ALL,
            kind.columns().number(RunNumber.GROUP_PEOPLE, index),
            kind.columns().number(RunNumber.SERVED, index),
            kind.columns().number(RunNumber.WITHOUT_CAPACITY, index),
            kind.columns().number(RunNumber.GROUP_OUT_OF_REACH, index));
    List<String> masked = new ArrayList<>();
    int at = first;
    row[at++] = kind.columns().status(index);
    row[at++] = number(kind, RunNumber.SHARE, index, 1e6);
    row[at++] = facilities.get(kind.columns().nearest(index));
    row[at++] = number(kind, RunNumber.NEAREST_M, index, 10);
    row[at++] = number(kind, RunNumber.RESIDENTS_OUT_OF_REACH, index, 10);
    row[at++] = org.gapmap.store.Codes.of(kind.group());
    row[at++] = kind.columns().peopleBasis(index);
    row[at++] = shown("group_people", people.all(), masked);
    row[at++] =
        shown(
            "share_of_people",
            people.unlessMasked("%.6f", kind.columns().number(RunNumber.SHARE_OF_PEOPLE, index)),
            masked);
    row[at++] = shown("served", people.served(), masked);
    row[at++] = shown("without_capacity", people.withoutCapacity(), masked);
    row[at++] = shown("group_out_of_reach", people.outOfReach(), masked);
    row[at++] =
        shown(
            "quantity_gap",
            people.unlessMasked("%.1f", kind.columns().number(RunNumber.QUANTITY_GAP, index)),
            masked);
    row[at++] = masked.isEmpty() ? null : String.join("; ", masked);
    row[at++] = kind.rule().radiusMetres();
    row[at++] = kind.rule().mode();
    row[at++] = kind.rule().verification();
    return at;
  }

  private static @Nullable Double number(RunKind kind, RunNumber number, int index, double parts) {
    double value = kind.columns().number(number, index);
    return Double.isNaN(value) ? null : Math.rint(value * parts) / parts;
  }

  /** The number behind a shown text; null where it is unknown, or hidden and then told. */
  private static @Nullable Double shown(String column, String text, List<String> masked) {
    if (text.isEmpty()) {
      return null;
    }
    if (Character.isDigit(text.charAt(0)) || text.charAt(0) == '-') {
      return Double.valueOf(text);
    }
    masked.add(column + " " + text);
    return null;
  }
}
