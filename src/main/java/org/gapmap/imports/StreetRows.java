package org.gapmap.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.StreetTally;
import org.gapmap.geo.Geocentric;
import org.gapmap.imports.source.OsmWays;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.LayerImport;
import org.gapmap.store.NewShape;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Streets: a name, a class, a line, and how it may be walked. */
final class StreetRows implements LayerRows {
  static final String LEVEL = "gapmap:level";
  static final String SPAN = "gapmap:span";

  private final RowFields fields;
  private final StreetWords words;
  private final IssueLog log;
  private final StreetTally.Counter tally = new StreetTally.Counter();
  private int stored;

  StreetRows(RowFields fields, StreetWords words, IssueLog log) {
    this.fields = fields;
    this.words = words;
    this.log = log;
  }

  @Override
  public boolean store(LayerImport target, SourceFeature row, Geometry shape) {
    // Most streets of a street layer have no name: that is not worth a word.
    String name = fields.text(FieldRole.NAME, row);
    String category = fields.text(FieldRole.CATEGORY, row);
    StreetWords.Said said =
        words.of(
            row.fields(),
            new StreetWords.Asked(
                name,
                category,
                fields.text(FieldRole.STATUS, row),
                fields.text(FieldRole.ACCESS, row)));
    if (!said.understood()) {
      log.add(Finding.STREET_CLASS_UNKNOWN.at(row.row(), "", category));
    }
    Map<String, String> attributes = new HashMap<>(fields.attributes(row));
    CutWords.drop(attributes, List.of(OsmWays.RULE, LEVEL, SPAN));
    attributes.put(OsmWays.RULE, said.rule().id());
    if (said.level() != 0) {
      attributes.put(LEVEL, Integer.toString(said.level()));
    }
    said.span()
        .ifPresent(
            span -> attributes.put(SPAN, span == StreetWords.Span.BRIDGE ? "bridge" : "tunnel"));
    target.addShape(new NewShape(row.row(), name, category, shape, attributes));
    tally.add(
        said.rule(),
        metres(shape),
        said.span().filter(span -> span == StreetWords.Span.BRIDGE).isPresent(),
        said.span().filter(span -> span == StreetWords.Span.TUNNEL).isPresent(),
        said.level());
    stored++;
    return true;
  }

  private static double metres(Geometry shape) {
    double metres = 0;
    for (int part = 0; part < shape.getNumGeometries(); part++) {
      CoordinateSequence line = ((LineString) shape.getGeometryN(part)).getCoordinateSequence();
      for (int i = 1; i < line.size(); i++) {
        metres += Geocentric.metres(line.getX(i - 1), line.getY(i - 1), line.getX(i), line.getY(i));
      }
    }
    return metres;
  }

  @Override
  public Optional<StreetTally> streets() {
    return Optional.of(tally.tally());
  }

  @Override
  public void finish() {
    // Each street stands for itself.
  }

  @Override
  public Map<String, Integer> storedByKind() {
    return Map.of("", stored);
  }
}
