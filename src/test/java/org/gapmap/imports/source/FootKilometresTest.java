package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.gapmap.imports.source.OsmText.as;

import com.graphhopper.GraphHopper;
import com.graphhopper.GraphHopperConfig;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.util.CustomModel;
import java.nio.file.Path;
import java.util.List;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Passage;
import org.gapmap.domain.StreetRule;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Why our kilometres are more than the published ones: those leave out pieces that hang together
 * with nothing else, which GraphHopper does not search. We keep them, and say of a place there that
 * it can't be reached. How small a piece had to be was not published: they lie between
 * GraphHopper's kilometres with all pieces and without those of less than 200 edges.
 */
final class FootKilometresTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "shanghai_tongji_2026.osm, 29.5",
    "shenzhen_nanshan_2024.osm, 103",
    "beijing_cau_2026.osm, 64",
    "monaco.osm.gz, 80.9",
  })
  void theKilometresAreGraphHoppersAndThePublishedOnesThoseWithFewerIslands(
      String file, double published) {
    Path path = RealData.path("osm/" + file);
    double ours = ourMetres(path) / 1000;
    double[] theirs = theirMetres(path);
    System.out.printf(
        "%s: ours %.2f km, GraphHopper %.2f km, of which on islands %.2f km, published %.1f%n",
        file, ours, theirs[0] / 1000, theirs[1] / 1000, published);

    assertThat(ours).isCloseTo(theirs[0] / 1000, withinPercentage(0.1));
    assertThat(published).isBetween(0.99 * (theirs[0] - theirs[1]) / 1000, theirs[0] / 1000);
  }

  private static double ourMetres(Path file) {
    double metres = 0;
    for (SourceFeature row : Rows.of(file, as(LayerType.STREETS)).features()) {
      StreetRule rule = StreetRule.find(row.fields().getOrDefault(OsmWays.RULE, "")).orElseThrow();
      if (rule.passage() == Passage.OPEN && row.geometry().isPresent()) {
        metres += onSphere(row.geometry().get());
      }
    }
    return metres;
  }

  /** Haversine on GraphHopper's sphere of 6,371 km. */
  private static double onSphere(Geometry lines) {
    double metres = 0;
    for (int part = 0; part < lines.getNumGeometries(); part++) {
      Coordinate[] at = lines.getGeometryN(part).getCoordinates();
      for (int i = 1; i < at.length; i++) {
        double dLat = Math.toRadians(at[i].y - at[i - 1].y);
        double dLon = Math.toRadians(at[i].x - at[i - 1].x);
        double a =
            Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(at[i].y))
                    * Math.cos(Math.toRadians(at[i - 1].y))
                    * Math.pow(Math.sin(dLon / 2), 2);
        metres += 2 * 6_371_000 * Math.asin(Math.sqrt(a));
      }
    }
    return metres;
  }

  /** All that people on foot may use, and the part of it on islands. */
  private double[] theirMetres(Path file) {
    GraphHopperConfig config = new GraphHopperConfig();
    config.putObject("graph.location", folder.resolve("graph").toString());
    config.putObject("datareader.file", file.toString());
    config.putObject("graph.encoded_values", "foot_access");
    config.putObject("graph.dataaccess.default_type", "RAM");
    config.putObject("import.osm.ignored_highways", "");
    config.setProfiles(
        List.of(
            new Profile("foot")
                .setCustomModel(
                    new CustomModel()
                        .addToPriority(Statement.If("!foot_access", Statement.Op.MULTIPLY, "0"))
                        .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "5")))));
    GraphHopper hopper = new GraphHopper().init(config);
    hopper.importOrLoad();
    var encoding = hopper.getEncodingManager();
    var access = encoding.getBooleanEncodedValue("foot_access");
    var island = encoding.getBooleanEncodedValue(Subnetwork.key("foot"));
    double[] metres = new double[2];
    for (var edge = hopper.getBaseGraph().getAllEdges(); edge.next(); ) {
      if (edge.get(access) || edge.getReverse(access)) {
        metres[0] += edge.getDistance();
        metres[1] += edge.get(island) ? edge.getDistance() : 0;
      }
    }
    hopper.close();
    return metres;
  }
}
