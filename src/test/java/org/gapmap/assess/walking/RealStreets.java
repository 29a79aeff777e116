package org.gapmap.assess.walking;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Passage;
import org.gapmap.domain.StreetRule;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.imports.source.Readers;
import org.gapmap.imports.source.SourceFeature;
import org.junit.jupiter.api.Assumptions;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The streets of a real extract of OpenStreetMap that everybody may walk along. */
public final class RealStreets {
  private static final String WALK = "gapmap:walk";

  private RealStreets() {}

  /** Skips the test where the real files are not at hand. */
  static List<double[]> lines(String file) {
    String folder = System.getenv("GAPMAP_REAL_DATA");
    Assumptions.assumeTrue(folder != null, "GAPMAP_REAL_DATA is not set: no real streets");
    return lines(Path.of(folder, "osm", file));
  }

  /** Longitude, latitude pairs of each line. */
  public static List<double[]> lines(Path file) {
    List<double[]> lines = new ArrayList<>();
    ReadOptions streets = ReadOptions.none().wanting(LayerType.STREETS);
    try (FeatureSource source = Readers.open(file, streets)) {
      for (Iterator<SourceFeature> rows = source.features(); rows.hasNext(); ) {
        SourceFeature row = rows.next();
        String rule = row.fields().getOrDefault(WALK, "");
        boolean open =
            StreetRule.find(rule).map(StreetRule::passage).orElse(Passage.CLOSED) == Passage.OPEN;
        if (open && row.geometry().isPresent()) {
          Geometry shape = row.geometry().get();
          for (int part = 0; part < shape.getNumGeometries(); part++) {
            lines.add(lonLat(shape.getGeometryN(part).getCoordinates()));
          }
        }
      }
    }
    return lines;
  }

  private static double[] lonLat(Coordinate[] points) {
    double[] lonLat = new double[2 * points.length];
    for (int i = 0; i < points.length; i++) {
      lonLat[2 * i] = points[i].x;
      lonLat[2 * i + 1] = points[i].y;
    }
    return lonLat;
  }

  public static StreetGraph graph(List<double[]> lines) {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    for (int street = 0; street < lines.size(); street++) {
      builder.add(street, lines.get(street), 0);
    }
    return builder.build();
  }
}
