package org.gapmap.imports;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gapmap.domain.RefusedColumns;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.Notice;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.imports.source.Readers;
import org.gapmap.imports.source.SourceDescription;
import org.gapmap.imports.source.SourceFeature;

/** A file of refused rows that comes back put right: read without what GapMap added to them. */
final class ReturnedFile implements FeatureSource {
  private final FeatureSource file;
  private final SourceDescription description;

  private ReturnedFile(FeatureSource file) {
    SourceDescription it = file.description();
    this.file = file;
    this.description =
        new SourceDescription(
            it.fileName(),
            it.format(),
            it.geometryType(),
            it.fieldNames().stream().filter(name -> !RefusedColumns.isAdded(name)).toList(),
            it.declaredRows(),
            it.encoding(),
            it.crs(),
            it.sample());
  }

  /** Opens any file. */
  static FeatureSource open(Path file, ReadOptions options) {
    FeatureSource source = Readers.open(file, options);
    return RefusedColumns.wroteAll(source.description().fieldNames())
        ? new ReturnedFile(source)
        : source;
  }

  @Override
  public SourceDescription description() {
    return description;
  }

  @Override
  public Iterator<SourceFeature> features() {
    Iterator<SourceFeature> rows = file.features();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public SourceFeature next() {
        return own(rows.next());
      }
    };
  }

  private static SourceFeature own(SourceFeature row) {
    Map<String, String> fields = new LinkedHashMap<>();
    row.fields()
        .forEach(
            (name, text) -> {
              if (!RefusedColumns.isAdded(name)) {
                fields.put(name, RefusedColumns.original(text));
              }
            });
    return new SourceFeature(row.row(), row.geometry(), fields, row.problem());
  }

  @Override
  public Set<String> placeFields() {
    return file.placeFields();
  }

  @Override
  public List<Notice> warnings() {
    return file.warnings();
  }

  @Override
  public void close() {
    file.close();
  }
}
