package org.gapmap.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gapmap.domain.LayerType;
import org.gapmap.geo.CrsTransform;
import org.gapmap.geo.FlatPoints;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.Notice;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.LayerImport;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The reading that stores: every row is either stored or refused, and counted. */
final class RowPass {
  private static final Set<LayerType> STRETCHING =
      Set.of(LayerType.STREETS, LayerType.AREAS, LayerType.LAND_USE);

  private final ShapeCheck shapes;
  private final ShapeCheck placedShapes;
  private final Placing placing;
  private final LayerRows rows;
  private final IssueLog log;
  private final Optional<LayerSpread> spread;
  private final FirstRows seen = new FirstRows();
  private int read;
  private int stored;
  private int repaired;

  RowPass(
      LayerType type,
      CrsTransform transform,
      Survey survey,
      LayerRows rows,
      Placing placing,
      IssueLog log) {
    this.shapes = new ShapeCheck(type, transform);
    // What was placed by us is in degrees already.
    this.placedShapes = new ShapeCheck(type, (points, count) -> {});
    this.placing = placing;
    this.rows = rows;
    this.log = log;
    // Streets and districts may well stretch farther than a city does.
    this.spread =
        STRETCHING.contains(type)
            ? Optional.empty()
            : LayerSpread.of(survey.positions(), transform);
  }

  void run(FeatureSource source, LayerImport target, RowFields fields, ImportProgress progress) {
    try (RowsAhead ahead = new RowsAhead(source.features(), shapes)) {
      for (List<RowsAhead.Row> next = ahead.next(); !next.isEmpty(); next = ahead.next()) {
        for (RowsAhead.Row row : next) {
          read++;
          if (take(row, target, fields)) {
            stored++;
          } else {
            SourceFeature refused = row.feature();
            log.refused(refused.row())
                .ifPresent(why -> target.addRefused(fields.refused(refused, why)));
          }
          progress.row(read);
        }
      }
    }
    rows.finish();
  }

  private boolean take(RowsAhead.Row ahead, LayerImport target, RowFields fields) {
    Optional<SourceFeature> placed = placing.place(ahead.feature(), fields);
    SourceFeature row = placed.orElse(ahead.feature());
    Optional<ImportIssue> unplaced =
        row.geometry().isEmpty() ? placing.refusal(row) : Optional.empty();
    if (unplaced.isPresent()) {
      log.add(unplaced.get());
      return false;
    }
    ImportIssue.Severity severity =
        row.geometry().isEmpty() ? ImportIssue.Severity.REFUSED : ImportIssue.Severity.WARNING;
    if (row.problem().isPresent()) {
      Notice p = row.problem().get();
      log.add(new ImportIssue(row.row(), "", p.code(), p.text(), severity, p.detail()));
    }
    Optional<ShapeCheck.Checked> shaped =
        placed.isPresent()
            ? row.geometry().map(shape -> placedShapes.check(row.row(), shape))
            : ahead.shape();
    if (shaped.isEmpty()) {
      return false;
    }
    ShapeCheck.Checked checked = shaped.get();
    checked.issues().forEach(log::add);
    if (checked.shape().isEmpty()) {
      return false;
    }
    Geometry shape = checked.shape().get();
    if (!rows.store(target, row, shape)) {
      return false;
    }
    repaired += checked.issues().isEmpty() ? 0 : 1;
    doubt(row, shape, fields.text(FieldRole.NAME, row));
    return true;
  }

  private void doubt(SourceFeature row, Geometry shape, String name) {
    if (spread.isPresent()) {
      Envelope extent = shape.getEnvelopeInternal();
      double apart = spread.get().isSurelyNear(extent) ? 0 : spread.get().farthestMetres(extent);
      if (spread.get().isFar(apart)) {
        log.add(
            Finding.FAR_AWAY.at(
                row.row(),
                "",
                String.format(Locale.ROOT, "%s %.0f km", name, apart / 1000).strip()));
      }
    }
    int before = seen.putIfAbsent(fingerprint(name, shape), row.row());
    if (before != 0) {
      log.add(Finding.DUPLICATE_ROW.at(row.row(), "", (name + " = row " + before).strip()));
    }
  }

  /** 64 bits of name and coordinates: two different rows share them once in 10^13 pairs or so. */
  private static long fingerprint(String name, Geometry shape) {
    long hash = 1125899906842597L;
    for (int i = 0; i < name.length(); i++) {
      hash = 31 * hash + name.charAt(i);
    }
    for (double[] xy : FlatPoints.of(shape)) {
      for (double value : xy) {
        hash =
            6364136223846793005L * (hash ^ Double.doubleToLongBits(value)) + 1442695040888963407L;
      }
    }
    return hash;
  }

  int read() {
    return read;
  }

  int stored() {
    return stored;
  }

  ImportReport.Rows counted() {
    return new ImportReport.Rows(
        read,
        stored,
        repaired,
        read - stored,
        rows.storedByKind(),
        shapes.changedSqm(),
        rows.streets());
  }
}
