package org.gapmap.imports;

import java.util.Map;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.LayerImport;
import org.gapmap.store.NewCommunity;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/** Communities: who lives there, since when, and the key that they are known by next time. */
final class CommunityRows implements LayerRows {
  private final RowFields fields;
  private final RenovationWords renovations;
  private int stored;

  CommunityRows(RowFields fields, RenovationWords renovations) {
    this.fields = fields;
    this.renovations = renovations;
  }

  @Override
  public boolean store(LayerImport target, SourceFeature row, Geometry shape) {
    target.addCommunity(
        new NewCommunity(
            row.row(),
            fields.key(row),
            fields.name(row),
            (MultiPolygon) shape,
            fields.population(row),
            fields.year(row),
            fields.renovation(row, renovations),
            fields.attributes(row)));
    stored++;
    return true;
  }

  @Override
  public void finish() {
    // Nothing about communities needs all of them.
  }

  @Override
  public Map<String, Integer> storedByKind() {
    return Map.of("", stored);
  }
}
