package org.gapmap.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.LandUseClass;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.Codes;
import org.gapmap.store.LayerImport;
import org.gapmap.store.NewShape;
import org.locationtech.jts.geom.Geometry;

/** Land by its use. The file's own word is kept beside the class that it was taken for. */
final class LandUseRows implements LayerRows {
  private static final String WORD = "land_use";

  private final RowFields fields;
  private final LandUseWords words;
  private final IssueLog log;
  private int stored;

  LandUseRows(RowFields fields, LandUseWords words, IssueLog log) {
    this.fields = fields;
    this.words = words;
    this.log = log;
  }

  @Override
  public boolean store(LayerImport target, SourceFeature row, Geometry shape) {
    String word = fields.text(FieldRole.CATEGORY, row);
    Optional<LandUseClass> use = words.find(word);
    if (use.isEmpty()) {
      log.add(Finding.LAND_USE_NOT_UNDERSTOOD.at(row.row(), "", word));
    }
    Map<String, String> kept = new HashMap<>(fields.attributes(row));
    if (!word.isEmpty()) {
      kept.put(WORD, word);
    }
    target.addShape(
        new NewShape(
            row.row(),
            fields.text(FieldRole.NAME, row),
            Codes.of(use.orElse(LandUseClass.OTHER)),
            shape,
            kept));
    stored++;
    return true;
  }

  @Override
  public void finish() {
    // Nothing about land needs all of it.
  }

  @Override
  public Map<String, Integer> storedByKind() {
    return Map.of("", stored);
  }
}
