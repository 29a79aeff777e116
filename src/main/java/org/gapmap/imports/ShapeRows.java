package org.gapmap.imports;

import java.util.Map;
import org.gapmap.domain.AreaLevel;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.LayerImport;
import org.gapmap.store.NewShape;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/** Streets and administrative areas: a name, a category, a shape. */
final class ShapeRows implements LayerRows {
  private final RowFields fields;
  private final IssueLog log;
  private int stored;

  ShapeRows(RowFields fields, IssueLog log) {
    this.fields = fields;
    this.log = log;
  }

  @Override
  public boolean store(LayerImport target, SourceFeature row, Geometry shape) {
    // Most streets of a street layer have no name: that is not worth a word.
    String name = fields.text(FieldRole.NAME, row);
    String category = fields.text(FieldRole.CATEGORY, row);
    if (shape instanceof Polygonal && AreaLevel.of(category, name).isEmpty()) {
      log.add(Finding.AREA_LEVEL_UNKNOWN.at(row.row(), "", name));
    }
    target.addShape(new NewShape(row.row(), name, category, shape, fields.attributes(row)));
    stored++;
    return true;
  }

  @Override
  public void finish() {
    // Nothing about streets and areas needs all of them.
  }

  @Override
  public Map<String, Integer> storedByKind() {
    return Map.of("", stored);
  }
}
