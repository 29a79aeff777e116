package org.gapmap.assess.walking;

import java.nio.file.Path;
import java.util.Iterator;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.StreetRule;
import org.gapmap.domain.Streets;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.OsmWays;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.imports.source.Readers;
import org.gapmap.imports.source.SourceFeature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Streets of an extract without a database between. */
final class ExtractStreets {
  private ExtractStreets() {}

  static StreetGraph graph(Path file) {
    return CityStreets.of(read(file)).graph();
  }

  static Streets read(Path file) {
    Streets.Builder streets = new Streets.Builder();
    try (FeatureSource source = Readers.open(file, ReadOptions.none().wanting(LayerType.STREETS))) {
      for (Iterator<SourceFeature> rows = source.features(); rows.hasNext(); ) {
        SourceFeature row = rows.next();
        if (row.geometry().isPresent()) {
          add(streets, row, row.geometry().get());
        }
      }
    }
    return streets.build();
  }

  private static void add(Streets.Builder streets, SourceFeature row, Geometry lines) {
    StreetRule rule = StreetRule.find(row.fields().getOrDefault(OsmWays.RULE, "")).orElseThrow();
    int level = OsmWays.level(row.fields());
    for (int part = 0; part < lines.getNumGeometries(); part++) {
      Coordinate[] at = lines.getGeometryN(part).getCoordinates();
      double[] line = new double[2 * at.length];
      for (int i = 0; i < at.length; i++) {
        line[2 * i] = at[i].x;
        line[2 * i + 1] = at[i].y;
      }
      streets.add(
          1,
          row.row(),
          new Streets.Row("", "", rule, level, false, false, false),
          line,
          line.length);
    }
  }
}
