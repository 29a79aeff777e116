package org.gapmap.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gapmap.assess.walking.CompoundGate;
import org.gapmap.assess.walking.CompoundParts;
import org.gapmap.assess.walking.Compounds;
import org.gapmap.assess.walking.GateSource;
import org.gapmap.assess.walking.StreetAccess;
import org.gapmap.assess.walking.StreetGraph;
import org.gapmap.assess.walking.StreetGraphBuilder;
import org.gapmap.assess.walking.Walls;
import org.gapmap.geo.LocalPlane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** People of the demonstration can leave their compounds, and get about. */
class GatesTest {
  private static final LocalPlane PLANE = LocalPlane.at(113.5, 31.6);

  private static Town town;
  private static List<List<SyntheticGate>> gates;
  private static StreetGraph graph;
  private static Compounds compounds;

  @BeforeAll
  static void build() {
    long seed = 20260101;
    town = Town.settled(TownPlan.of(seed, 300), new Dice(seed).fork("town 0"));
    Gates opening = new Gates(town, new Dice(0).fork("gates"));
    gates = town.communities().stream().map(opening::of).toList();
    double[] known =
        gates.stream()
            .flatMap(List::stream)
            .filter(gate -> gate.status().equals("开放"))
            .flatMapToDouble(
                gate -> {
                  Coordinate at = PLANE.toLonLat(gate.at().x, gate.at().y);
                  return Arrays.stream(new double[] {at.x, at.y});
                })
            .toArray();
    List<Geometry> boundaries = new ArrayList<>();
    for (SyntheticCommunity community : town.communities()) {
      boundaries.add(inDegrees(community.compound().shape()));
    }
    Walls walls = Walls.of(CompoundParts.of(boundaries), known, gate -> false);
    StreetGraphBuilder builder = new StreetGraphBuilder();
    for (Street street : town.plan().streets()) {
      walls.cut(
          lonLat(inDegrees(street.axis()).getCoordinates()), piece -> builder.add(0, piece, 0));
    }
    graph = builder.build();
    compounds = Compounds.of(walls, new StreetAccess(graph, edge -> true, 150));
  }

  @Test
  void streetsAreOneNetwork() {
    double whole = 0;
    double largest = 0;
    for (int island = 0; island < graph.islands(); island++) {
      whole += graph.islandMetres(island);
      largest = Math.max(largest, graph.islandMetres(island));
    }
    assertThat(largest / whole).isGreaterThan(0.99);
  }

  @Test
  void everyCompoundHasAnOpenGateThatLeadsToThem() {
    int home = graph.island(graph.from(longestEdge()));
    for (int i = 0; i < town.communities().size(); i++) {
      assertThat(gates.get(i)).as(town.communities().get(i).name()).isNotEmpty();
      assertThat(gates.get(i)).anyMatch(gate -> gate.status().equals("开放"));
      for (SyntheticGate gate : gates.get(i)) {
        assertThat(
                town.communities()
                    .get(i)
                    .compound()
                    .shape()
                    .getBoundary()
                    .distance(new GeometryFactory().createPoint(gate.at())))
            .isLessThan(0.01);
      }
      assertThat(compounds.gates(i))
          .filteredOn(gate -> gate.source() == GateSource.KNOWN)
          .isNotEmpty()
          .allSatisfy(
              gate -> {
                assertThat(gate.doors().none()).isFalse();
                assertThat(graph.island(graph.from(gate.doors().edge()[0]))).isEqualTo(home);
                assertThat(gate.doors().leg()[0]).isLessThan(45);
              });
    }
  }

  @Test
  void halfTheCompoundsHaveOneGateAndSomeOfTheLargestToo() {
    long one = gates.stream().filter(of -> of.size() == 1).count();
    assertThat(one / 300.0).isCloseTo(0.5, within(0.12));
    long largeWithOne = 0;
    for (int i = 0; i < gates.size(); i++) {
      if (gates.get(i).size() == 1 && town.communities().get(i).areaSqm() > 28_000) {
        largeWithOne++;
      }
    }
    assertThat(largeWithOne).isBetween(5L, 40L);
  }

  @Test
  void noGateIsTakenForTheNeighbours() {
    long known =
        java.util.stream.IntStream.range(0, 300)
            .mapToLong(i -> compounds.gates(i).stream().map(CompoundGate::known).count())
            .sum();
    long open = gates.stream().flatMap(List::stream).filter(g -> g.status().equals("开放")).count();
    assertThat(known).isBetween(open, open + open / 20);
  }

  private static int longestEdge() {
    int longest = 0;
    for (int edge = 0; edge < graph.edges(); edge++) {
      if (graph.metres(edge) > graph.metres(longest)) {
        longest = edge;
      }
    }
    return longest;
  }

  private static Geometry inDegrees(Geometry metres) {
    Geometry degrees = metres.copy();
    degrees.apply(
        (Coordinate c) -> {
          Coordinate to = PLANE.toLonLat(c.x, c.y);
          c.x = to.x;
          c.y = to.y;
        });
    degrees.geometryChanged();
    return degrees;
  }

  private static double[] lonLat(Coordinate[] points) {
    return Arrays.stream(points)
        .flatMapToDouble(c -> Arrays.stream(new double[] {c.x, c.y}))
        .toArray();
  }
}
