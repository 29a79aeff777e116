package org.gapmap.imports;

import java.util.Map;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.LayerImport;
import org.gapmap.store.NewShape;
import org.locationtech.jts.geom.Geometry;

/** Streets and administrative areas: a name, a category, a shape. */
final class ShapeRows implements LayerRows {
  private final RowFields fields;
  private int stored;

  ShapeRows(RowFields fields) {
    this.fields = fields;
  }

  @Override
  public boolean store(LayerImport target, SourceFeature row, Geometry shape) {
    target.addShape(
        new NewShape(
            row.row(),
            // Most streets of a street layer have no name: that is not worth a word.
            fields.text(FieldRole.NAME, row),
            fields.text(FieldRole.CATEGORY, row),
            shape,
            fields.attributes(row)));
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
