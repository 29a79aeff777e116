package org.gapmap.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gapmap.domain.LayerKey;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.OwnColumns;
import org.gapmap.store.Codes;
import org.gapmap.store.LayerContents;
import org.gapmap.store.LayerVersion;
import org.gapmap.store.StoredColumn;
import org.gapmap.store.StoredLayer;
import org.jspecify.annotations.Nullable;

/** A layer's version: the columns with a meaning, then those of its file, in the file's order. */
final class StoredLayerTable implements LayerTable {
  private final LayerContents contents;
  private final StoredLayer layer;
  private final LayerContents.Forms forms;
  private final List<TableColumn> columns = new ArrayList<>();
  private final int meant;

  /**
   * @param kept the file's columns that may be exported
   */
  StoredLayerTable(LayerContents contents, StoredLayer layer, Set<String> kept) {
    this.contents = contents;
    this.layer = layer;
    this.forms = contents.forms(layer);
    Set<String> taken = new HashSet<>();
    for (StoredColumn column : LayerContents.columns(layer.version().key().type())) {
      columns.add(TableColumn.of(column));
      taken.add(column.name());
    }
    this.meant = columns.size();
    for (String name : inFileOrder(layer.version(), kept)) {
      String free = OwnColumns.written(name, taken);
      taken.add(free.toLowerCase(Locale.ROOT));
      columns.add(TableColumn.ofFile(free, name));
    }
  }

  private static Set<String> inFileOrder(LayerVersion version, Set<String> kept) {
    Set<String> ordered = new LinkedHashSet<>();
    if (version.key().type() == LayerType.LAND_USE) {
      ordered.add(OwnColumns.LAND_USE);
    }
    version.report().path("otherFields").forEach(field -> ordered.add(field.asText()));
    ordered.removeIf(name -> !kept.contains(name) && !name.equals(OwnColumns.LAND_USE));
    ordered.addAll(kept);
    return ordered;
  }

  @Override
  public String name() {
    return name(layer.version().key());
  }

  static String name(LayerKey key) {
    return Codes.of(key.type()) + (key.kind().isEmpty() ? "" : "_" + key.kind());
  }

  @Override
  public LayerContents.Forms forms() {
    return forms;
  }

  @Override
  public List<TableColumn> columns() {
    return List.copyOf(columns);
  }

  @Override
  public long rows() {
    return layer.version().rows();
  }

  @Override
  public Map<String, String> origin() {
    LayerVersion version = layer.version();
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("city", version.key().city());
    origin.put("cityName", layer.cityName());
    origin.put("type", Codes.of(version.key().type()));
    origin.put("kind", version.key().kind());
    origin.put("source", version.key().source());
    origin.put("version", Integer.toString(version.number()));
    origin.put("file", version.origin().file());
    origin.put("importedAt", version.origin().importedAt().toString());
    origin.put("fileCrs", version.origin().crs());
    origin.put("completeFor", version.completeness().text());
    origin.put("synthetic", Boolean.toString(layer.demonstration()));
    origin.values().removeIf(String::isEmpty);
    return origin;
  }

  @Override
  public void read(Sink sink) throws IOException {
    contents.read(
        layer,
        (values, attributes, shape) -> {
          @Nullable Object[] row = new Object[columns.size()];
          System.arraycopy(values, 0, row, 0, meant);
          for (int i = meant; i < row.length; i++) {
            row[i] = attributes.get(columns.get(i).original());
          }
          sink.row(row, shape);
        });
  }
}
