package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.gapmap.geo.LocalPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** Drawn streets, in metres, and how far it then is along them. */
final class OfficeStreetsTest {
  private static final LocalPlane PLANE = LocalPlane.at(121.5, 31.2);

  private OfficeStreets streets = new OfficeStreets(OfficeStreets.TOLERANCE_METRES);
  private int count;

  private static double[] degrees(double... xy) {
    double[] lonLat = new double[xy.length];
    for (int i = 0; i < xy.length; i += 2) {
      Coordinate at = PLANE.toLonLat(xy[i], xy[i + 1]);
      lonLat[i] = at.x;
      lonLat[i + 1] = at.y;
    }
    return lonLat;
  }

  private OfficeStreetsTest street(double... xy) {
    return level(0, xy);
  }

  private OfficeStreetsTest level(int level, double... xy) {
    streets.add(count++, degrees(xy), level);
    return this;
  }

  private record Walks(StreetGraph graph, OfficeStreets.Told told) {
    /** Infinite where no way leads there. */
    double metres(double fromX, double fromY, double toX, double toY) {
      NearestStreet nearest = NearestStreet.of(graph);
      return WalkField.from(graph, List.of(doors(nearest, toX, toY)))
          .metres(doors(nearest, fromX, fromY));
    }

    private static Doors doors(NearestStreet nearest, double x, double y) {
      double[] at = degrees(x, y);
      OnStreet on = nearest.find(at[0], at[1], 5);
      if (on == null) {
        throw new AssertionError("no street at " + x + ", " + y);
      }
      return Doors.of(new OnStreet(on.edge(), on.along(), 0));
    }
  }

  private Walks build() {
    StreetGraphBuilder graph = new StreetGraphBuilder();
    OfficeStreets.Told told = streets.into(graph);
    return new Walks(graph.build(), told);
  }

  @Test
  void streetsThatCrossMeetThere() {
    Walks walks = street(-100, 0, 100, 0).street(0, -100, 0, 100).build();

    assertThat(walks.metres(-100, 0, 0, 100)).isCloseTo(200, within(0.05));
    assertThat(walks.told().crossings()).isEqualTo(1);
    assertThat(walks.graph().edges()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 0", "1, 2", "-1, 1"})
  void whatCrossesAtAnotherLevelStaysApart(int below, int above) {
    Walks walks = level(below, -100, 0, 100, 0).level(above, 0, -100, 0, 100).build();

    assertThat(walks.metres(-100, 0, 0, 100)).isInfinite();
    assertThat(walks.told().crossings()).isZero();
    assertThat(walks.told().keptApart()).isEqualTo(1);
  }

  @Test
  void whatCrossesAtOneLevelAboveTheGroundMeets() {
    assertThat(level(1, -100, 0, 100, 0).level(1, 0, -100, 0, 100).build().metres(-100, 0, 0, 100))
        .isCloseTo(200, within(0.05));
  }

  /** Over the road by the bridge: 100 m down, 30 m across on it, and back. */
  @Test
  void aBridgeIsWalkedFromEndToEnd() {
    Walks walks =
        street(-200, 0, 200, 0)
            .street(-200, 30, 200, 30)
            .level(1, 0, 0, 0, 30)
            .street(0, 30, 0, 200)
            .build();

    assertThat(walks.metres(-100, 0, -100, 30)).isCloseTo(100 + 30 + 100, within(0.05));
    assertThat(walks.metres(0, 200, 0, 0)).isCloseTo(200, within(0.05));
  }

  @Test
  void aStreetThatEndsBelowABridgeDoesNotClimbIt() {
    Walks walks = level(1, -100, 0, 100, 0).street(0, -100, 0, -0.5).build();

    assertThat(walks.metres(0, -100, 100, 0)).isInfinite();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.5, 1.99})
  void endsWithinTheToleranceAreOne(double gap) {
    Walks walks = street(0, 0, 100, 0).street(100 + gap, 0, 200, 0).build();

    assertThat(walks.metres(0, 0, 200, 0)).isCloseTo(200, within(0.05));
    assertThat(walks.told().farthestMetres()).isCloseTo(gap < 0.002 ? 0 : gap, within(0.01));
  }

  @Test
  void endsBeyondTheToleranceAreTwo() {
    assertThat(street(0, 0, 100, 0).street(102.1, 0, 200, 0).build().metres(0, 0, 200, 0))
        .isInfinite();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1.9, -0.3, 0, 0.3, 1.9})
  void anEndBesideAStreetJoinsItShortOrBeyond(double past) {
    Walks walks = street(-100, 0, 100, 0).street(0, -100, 0, past).build();

    assertThat(walks.metres(0, -100, 100, 0)).isCloseTo(200, within(0.05));
    assertThat(walks.told().snappedEnds()).isEqualTo(past == 0 ? 0 : 1);
  }

  @Test
  void theStreetThatAnEndJoinsStaysWhereItIs() {
    Walks walks = street(-100, 0, 100, 0).street(10, -100, 10, -1.5).build();

    assertThat(walks.metres(-100, 0, 100, 0)).isCloseTo(200, within(0.002));
  }

  /** 0, 1.5 and 3 m apart: the third is too far from the first to be one place with it. */
  @Test
  void endsInARowHangTogether() {
    Walks walks = street(0, -100, 0, 0).street(1.5, 100, 1.5, 0).street(103, 0, 3, 0).build();

    assertThat(walks.metres(0, -100, 103, 0)).isBetween(200.0, 204.1);
    assertThat(walks.metres(1.5, 100, 103, 0)).isBetween(199.0, 204.1);
  }

  @Test
  void whatIsDrawnTwiceCountsOnce() {
    Walks walks =
        street(0, 0, 50, 10, 100, 0)
            .street(0, 0, 50, 10, 100, 0)
            .street(100, 0, 50, 10, 0, 0)
            .build();

    assertThat(walks.told().duplicates()).isEqualTo(2);
    assertThat(walks.graph().edges()).isEqualTo(1);
  }

  @Test
  void whatIsPartlyDrawnTwiceHangsTogether() {
    Walks walks = street(0, 0, 100, 0).street(50, 0, 150, 0).build();

    assertThat(walks.metres(0, 0, 150, 0)).isCloseTo(150, within(0.05));
  }

  @Test
  void aStreetWithoutLengthIsTold() {
    assertThat(street(0, 0, 100, 0).street(5, 5, 5, 5).build().told().withoutLength()).isEqualTo(1);
  }

  @Test
  void aStreetThatCrossesItselfMeetsItself() {
    Walks walks = street(0, 0, 100, 0, 100, 50, 50, 50, 50, -50).build();

    assertThat(walks.metres(0, 0, 50, -50)).isCloseTo(100, within(0.05));
  }

  @Test
  void whatIsFixedIsNotMovedAndMeetsOnlyWhereItSays() {
    streets.addFixed(100, degrees(-100, 0, 100, 0), 0);
    streets.addFixed(101, degrees(0, -100, 0, 100), 0);
    Walks walks = street(50, -100, 50, 1).street(-50, -50, 20, -50).build();

    assertThat(walks.metres(-100, 0, 0, 100)).isInfinite();
    assertThat(walks.metres(50, -100, 100, 0)).isCloseTo(150, within(0.05));
    assertThat(walks.metres(-50, -50, 0, 100)).isCloseTo(200, within(0.05));
  }

  /** A grid that nobody noded: each walk is as long as the steps east and north. */
  @ParameterizedTest
  @ValueSource(ints = {5, 40})
  void aGridOfThroughStreetsIsWalkedBlockByBlock(int lines) {
    double far = 100.0 * (lines - 1);
    for (int i = 0; i < lines; i++) {
      street(0, 100.0 * i, far, 100.0 * i);
      street(100.0 * i, 0, 100.0 * i, far);
    }
    Walks walks = build();
    Random random = new Random(7);

    assertThat(walks.graph().islands()).isEqualTo(1);
    for (int i = 0; i < 50; i++) {
      int x = 100 * random.nextInt(lines);
      int y = 100 * random.nextInt(lines);
      assertThat(walks.metres(0, 0, x, y)).isCloseTo(x + y, within(0.001 * (x + y) + 0.05));
    }
  }

  /** The same grid, each block drawn by hand: ends are off by up to 0.9 m. */
  @Test
  void aGridThatWasDrawnByHandIsOnePiece() {
    int lines = 30;
    Random random = new Random(11);
    for (int i = 0; i < lines; i++) {
      for (int j = 0; j < lines - 1; j++) {
        street(off(random, 100.0 * j, 100.0 * i, 100.0 * (j + 1), 100.0 * i));
        street(off(random, 100.0 * i, 100.0 * j, 100.0 * i, 100.0 * (j + 1)));
      }
    }
    Walks walks = build();

    assertThat(walks.graph().islands()).isEqualTo(1);
    assertThat(walks.told().farthestMetres()).isLessThanOrEqualTo(2);
    for (int i = 0; i < 30; i++) {
      int x = 100 * random.nextInt(lines);
      int y = 100 * random.nextInt(lines);
      assertThat(walks.metres(0, 0, x, y)).isCloseTo(x + y, within(2.0 * (x + y) / 100 + 4));
    }
  }

  private static double[] off(Random random, double... xy) {
    for (int i = 0; i < xy.length; i++) {
      xy[i] += 1.2 * (random.nextDouble() - 0.5);
    }
    return xy;
  }

  @Test
  void twoHundredThousandLinesTakeSeconds() {
    int side = 317;
    Random random = new Random(3);
    for (int i = 0; i < side; i++) {
      for (int j = 0; j < side; j++) {
        double x = 80.0 * i;
        double y = 80.0 * j;
        street(off(random, x, y, x + 40, y + 5, x + 80, y));
        street(off(random, x, y, x + 5, y + 40, x, y + 80));
      }
    }
    long start = System.nanoTime();
    Walks walks = build();
    double seconds = (System.nanoTime() - start) / 1e9;

    assertThat(count).isGreaterThan(200_000);
    assertThat(walks.graph().islands()).isEqualTo(1);
    assertThat(seconds).isLessThan(60);
  }
}
