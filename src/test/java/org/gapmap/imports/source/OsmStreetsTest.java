package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gapmap.imports.source.OsmText.as;

import java.nio.file.Path;
import java.util.List;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.StreetRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What becomes of ways: by which rule they are walked, and where they meet. */
final class OsmStreetsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "highway=residential, ROAD",
    "highway=footway, FOOTPATH",
    "highway=steps, STEPS",
    "highway=steps|foot=yes|access=no, STEPS",
    "highway=pedestrian|area=yes, SQUARE",
    "route=ferry, FERRY",
    "route=ferry|foot=no, FORBIDDEN",
    "route=ferry|access=private, FORBIDDEN",
    "man_made=pier, FOOTPATH",
    "railway=platform, FOOTPATH",
    "highway=service|access=private, PRIVATE",
    "highway=service|access=private|foot=yes, ROAD",
    "highway=service|access=yes|foot=private, PRIVATE",
    "highway=service|access=customers, ROAD",
    "highway=footway|access=no, FORBIDDEN",
    "highway=footway|foot=no, FORBIDDEN",
    "highway=motorway, MOTORWAY",
    "highway=motorway|foot=yes, ROAD",
    "highway=motorway_link|sidewalk=right, ROAD",
    "highway=motorway|sidewalk=no, MOTORWAY",
    "highway=trunk, ROAD",
    "highway=trunk|motorroad=yes, MOTORWAY",
    "highway=primary|foot=use_sidepath, SIDEPATH",
    "highway=cycleway, FOOTPATH",
    "highway=corridor, FOOTPATH",
    "highway=construction|construction=footway, UNBUILT",
    "highway=via_ferrata|foot=yes, NO_WAY",
    "highway=busway, NO_WAY",
  })
  void whatAWaysTagsSay(String tags, StreetRule rule) {
    Path file =
        new OsmText()
            .square(1, 121.5, 31.2, 0.001)
            .way(1, new long[] {1, 2, 3}, tags.split("\\|"))
            .write(folder);

    assertThat(Rows.of(file, as(LayerType.STREETS)).column(OsmWays.RULE))
        .containsExactly(rule.id());
  }

  @ParameterizedTest
  @CsvSource({"waterway=river", "railway=rail", "area:highway=footway", "highway=no"})
  void whatIsNoWayIsNoStreet(String tag) {
    Path file =
        new OsmText().square(1, 121.5, 31.2, 0.001).way(1, new long[] {1, 2, 3}, tag).write(folder);

    assertThat(Rows.of(file, as(LayerType.STREETS)).features()).isEmpty();
  }

  private OsmText corner(String... tags) {
    return new OsmText()
        .node(1, 121.5, 31.2)
        .node(2, 121.501, 31.2, tags)
        .node(3, 121.502, 31.2)
        .node(4, 121.501, 31.201);
  }

  private Geometry first(OsmText city) {
    return Rows.of(city.write(folder), as(LayerType.STREETS))
        .features()
        .get(0)
        .geometry()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "barrier=gate|access=no, 2",
    "barrier=gate|foot=no|access=yes, 2",
    "barrier=gate|locked=yes, 2",
    "barrier=fence, 2",
    "barrier=gate, 1",
    "barrier=gate|access=private, 1",
    "barrier=gate|access=no|foot=yes, 1",
    "barrier=bollard, 1",
    "barrier=gate|locked=yes|foot=permissive, 1",
    "highway=crossing|access=no, 1",
  })
  void aLineIsPartedAtWhatNobodyWalksPast(String tags, int parts) {
    Geometry line =
        first(corner(tags.split("\\|")).way(1, new long[] {1, 2, 3}, "highway=footway"));

    assertThat(line.getNumGeometries()).isEqualTo(parts);
    assertThat(line.getLength()).isCloseTo(0.002, within(1e-6));
    if (parts == 2) {
      Coordinate[] ends = line.getGeometryN(0).getCoordinates();
      assertThat(ends[ends.length - 1].distance(line.getGeometryN(1).getCoordinates()[0]))
          .isBetween(5e-7, 1e-6);
    }
  }

  @Test
  void whereWaysMeetABarrierIsOfOneOfThemAndPartsNone() {
    OsmText city =
        corner("barrier=gate", "access=no")
            .way(1, new long[] {1, 2, 3}, "highway=footway")
            .way(2, new long[] {2, 4}, "highway=footway");

    assertThat(first(city).getNumGeometries()).isEqualTo(1);
  }

  @Test
  void waysThatEndAtABarrierDoNotMeet() {
    OsmText city =
        corner("barrier=gate", "access=no")
            .way(1, new long[] {1, 2}, "highway=footway")
            .way(2, new long[] {2, 3}, "highway=footway");

    List<SourceFeature> rows = Rows.of(city.write(folder), as(LayerType.STREETS)).features();

    assertThat(rows.get(0).geometry().orElseThrow().disjoint(rows.get(1).geometry().orElseThrow()))
        .isTrue();
  }

  @Test
  void theOrderOfTheFileDecidesNothing() {
    OsmText city =
        new OsmText()
            .way(1, new long[] {1, 2, 3}, "highway=footway")
            .node(3, 121.502, 31.2)
            .node(2, 121.501, 31.2, "barrier=wall")
            .node(1, 121.5, 31.2);

    assertThat(first(city).getNumGeometries()).isEqualTo(2);
  }

  /** Two nodes at one place: a road, and what leads over it. */
  private List<SourceFeature> crossing(String... over) {
    OsmText city =
        corner()
            .node(5, 121.501, 31.2)
            .node(6, 121.501, 31.199)
            .way(1, new long[] {1, 2, 3}, "highway=primary")
            .way(2, new long[] {4, 5, 6}, over);
    return Rows.of(city.write(folder), as(LayerType.STREETS)).features();
  }

  @Test
  void nodesOfDifferentLevelsAtOnePlaceStayApart() {
    for (String over : List.of("layer=1", "bridge=yes", "tunnel=yes")) {
      List<SourceFeature> rows = crossing("highway=footway", over);
      Coordinate below = rows.get(0).geometry().orElseThrow().getCoordinates()[1];
      Coordinate above = rows.get(1).geometry().orElseThrow().getCoordinates()[1];

      assertThat(above.distance(below)).isCloseTo(1e-7, within(1e-9));
    }
  }

  @Test
  void nodesOfOneLevelAtOnePlaceAreOne() {
    List<SourceFeature> rows = crossing("highway=footway");

    assertThat(rows.get(1).geometry().orElseThrow().getCoordinates()[1])
        .isEqualTo(rows.get(0).geometry().orElseThrow().getCoordinates()[1]);
  }

  @Test
  void anEntranceOnABuildingIsItsDoorUnlessTheCompoundsEdgeRunsThere() {
    OsmText city =
        new OsmText()
            .node(1, 121.5, 31.2, "entrance=main")
            .node(2, 121.501, 31.2)
            .node(3, 121.501, 31.201, "entrance=yes")
            .node(4, 121.5, 31.201)
            .node(5, 121.503, 31.2, "barrier=gate", "access=no")
            .node(6, 121.504, 31.2, "barrier=lift_gate", "access=private")
            .way(1, OsmText.ring(1), "building=apartments")
            .way(2, new long[] {3, 5, 6}, "barrier=fence");

    assertThat(Rows.of(city.write(folder), as(LayerType.GATES)).column(OsmColumns.CLASS))
        .containsExactly("door", "entrance", "closed", "private");
  }
}
