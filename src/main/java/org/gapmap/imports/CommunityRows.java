package org.gapmap.imports;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gapmap.domain.Population;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.LayerImport;
import org.gapmap.store.NewCommunity;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/** Communities: who lives there, since when, and the key that they are known by next time. */
final class CommunityRows implements LayerRows {
  private final RowFields fields;
  private final IssueLog log;
  private final Set<String> keys = new HashSet<>();
  private int stored;

  CommunityRows(RowFields fields, IssueLog log) {
    this.fields = fields;
    this.log = log;
  }

  @Override
  public boolean store(LayerImport target, SourceFeature row, Geometry shape) {
    Population population =
        Population.of(
            fields.count(FieldRole.HOUSEHOLDS, row),
            fields.count(FieldRole.RESIDENTS, row),
            fields.count(FieldRole.ELDERLY, row),
            fields.count(FieldRole.CHILDREN, row));
    target.addCommunity(
        new NewCommunity(
            row.row(),
            key(row),
            fields.name(row),
            (MultiPolygon) shape,
            population,
            fields.year(row),
            fields.attributes(row)));
    stored++;
    return true;
  }

  private String key(SourceFeature row) {
    String key = fields.text(FieldRole.KEY, row);
    if (key.isEmpty() || keys.add(key)) {
      return key;
    }
    log.add(Finding.DUPLICATE_KEY.at(row.row(), "", key));
    return "";
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
