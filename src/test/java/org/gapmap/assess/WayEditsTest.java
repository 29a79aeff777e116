package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.ScenarioEdit;
import org.gapmap.domain.ScenarioEdit.AddPath;
import org.gapmap.domain.ScenarioEdit.CloseStreet;
import org.gapmap.domain.ScenarioEdit.MoveFacility;
import org.gapmap.domain.ServiceStandard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** Paths that are laid and streets that are closed, for as long as somebody supposes so. */
class WayEditsTest {
  private static final ServiceStandard STRAIGHT = World.standard("canteen", 300);
  private static final ServiceStandard CANTEEN = DistanceChoice.in(STRAIGHT, DistanceMode.WALKING);

  private final Assessor assessor = new Assessor();

  private static AddPath path(World world, double... xy) {
    return path(world, false, xy);
  }

  private static AddPath path(World world, boolean bridge, double... xy) {
    List<ScenarioEdit.Place> line = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      Coordinate at = world.lonLat(xy[i], xy[i + 1]);
      line.add(new ScenarioEdit.Place(at.x, at.y));
    }
    return new AddPath(line, "new", bridge);
  }

  private static CloseStreet close(World world, double x, double y) {
    Coordinate at = world.lonLat(x, y);
    return new CloseStreet(at.x, at.y, "");
  }

  private static WhatIf suppose(City city, ScenarioEdit... edits) {
    return WhatIf.of(city, CANTEEN, List.of(edits));
  }

  private static String why(WhatIf whatIf, int edit) {
    return Objects.requireNonNull(whatIf.why().get(edit)).en();
  }

  private double walk(City city) {
    return Nearest.find(assessor.assess(city, CANTEEN, CANTEEN.rules().get(0)), 0)
        .map(Nearest::metres)
        .orElse(Double.NaN);
  }

  /** Two banks with a street each, 100 m apart, and one bridge 1,000 m to the east. */
  private static World river() {
    return new World()
        .street("south", -500, 0, 0, 0, 1000, 0, 1500, 0)
        .street("north", -500, 100, 0, 100, 1000, 100, 1500, 100)
        .streetAt(1, "bridge", 1000, 0, 1000, 100)
        .community("speck", 100, -1, -22, 1, -20)
        .facility("canteen", "c", 0, 130);
  }

  @Test
  void aFootbridgeShortensTheWalkByTheWayRound() {
    World world = river();
    City city = world.city();

    assertThat(walk(city)).isCloseTo(21 + 1000 + 100 + 1000 + 30, within(1.5));

    WhatIf bridged = suppose(city, path(world, true, 200, 2, 200, 98));

    assertThat(bridged.lost()).isEmpty();
    assertThat(walk(city) - walk(bridged.city())).isCloseTo(2 * 800, within(0.01));
    assertThat(walk(city)).isCloseTo(21 + 1000 + 100 + 1000 + 30, within(1.5));
  }

  @Test
  void aClosedBridgeIsNoWayAndAPathInItsPlaceIsOne() {
    World world = river();
    City city = world.city();

    assertThat(walk(suppose(city, close(world, 1005, 50)).city())).isNaN();

    City replaced = suppose(city, close(world, 1005, 50), path(world, 300, 10, 300, 90)).city();
    assertThat(walk(replaced)).isCloseTo(21 + 300 + 100 + 300 + 30, within(1.5));
  }

  @Test
  void aPathMeetsTheStreetsThatItCrossesAndABridgeDoesNot() {
    World world =
        new World()
            .street("south", -500, 0, 500, 0)
            .street("middle", -500, 100, 500, 100)
            .street("north", -500, 200, 500, 200)
            .community("speck", 100, -1, -22, 1, -20)
            .facility("canteen", "c", 400, 130);
    City city = world.city();

    assertThat(walk(city)).isNaN();
    assertThat(walk(suppose(city, path(world, 100, 0, 100, 200)).city()))
        .isCloseTo(21 + 100 + 100 + 300 + 30, within(1.5));
    assertThat(walk(suppose(city, path(world, true, 100, 0, 100, 200)).city())).isNaN();
  }

  @Test
  void anEditThatFindsNothingIsLostAndSaysWhy() {
    World world = river();
    City city = world.city();

    WhatIf whatIf =
        suppose(
            city,
            path(world, 0, 0, 0, -200),
            close(world, 0, -200),
            path(world, 0, 600, 0, 90),
            path(world, 200, 0, 200, 100));

    assertThat(whatIf.lost()).containsExactly(0, 1, 2);
    assertThat(why(whatIf, 0)).contains("last point");
    assertThat(why(whatIf, 1)).contains("20 m");
    assertThat(why(whatIf, 2)).contains("first point");
    assertThat(walk(whatIf.city())).isLessThan(walk(city));
    City streetless =
        new World().community("c", 1, 0, 0, 9, 9).facility("canteen", "c", 9, 9).city();
    assertThat(why(suppose(streetless, path(world, 0, 0, 0, 50)), 0)).contains("no streets");
  }

  @Test
  void aPathThroughAWallMakesAGateThere() {
    World world =
        new World()
            .street("long", -500, 0, 1000, 0)
            .community("walled", 100, 0, 20, 200, 220)
            .gate("north", 100, 220)
            .street("behind", 100, 215, 100, 300, -480, 300, -480, 0)
            .facility("canteen", "c", 100, -30);
    City city = world.city();
    double before = walk(city);

    City open = suppose(city, path(world, 100, 100, 100, 5)).city();

    assertThat(walk(open)).isLessThan(200).isLessThan(before - 1000);
    assertThat(open.walks().orElseThrow().gates()).hasSize(2);
    assertThat(city.walks().orElseThrow().gates()).hasSize(1);
  }

  @Test
  void judgedStraightStreetsChangeNothing() {
    World world = river();
    City city = world.city();
    WhatIf whatIf = WhatIf.of(city, STRAIGHT, List.of(path(world, 200, 0, 200, 100)));

    ScenarioDifference difference =
        ScenarioDifference.of(
            WhatIf.nothing(city, STRAIGHT), whatIf, KindCoverage.JudgedBy.AREA, assessor);

    assertThat(difference.kinds()).isEmpty();
    assertThat(whatIf.supposesStreets()).isTrue();
  }

  @Test
  void theSameStreetsAreMadeOnce() {
    World world = river();
    City city = world.city();
    AddPath path = path(world, 200, 0, 200, 100);
    MoveFacility move =
        new MoveFacility(
            WhatIf.refTo(city.facilities().get(0)),
            world.lonLat(400, 130).x,
            world.lonLat(400, 130).y);

    WhatIf one = suppose(city, path);
    WhatIf other = suppose(city, path, move);

    assertThat(other.ground()).isSameAs(one.ground());
    assertThat(walk(other.city())).isCloseTo(walk(one.city()), within(0.01));
  }

  /** Metres from every point of every community to the nearest canteen. */
  private double[] walks(City city) {
    WalkedDistances distances = (WalkedDistances) city.distances(CANTEEN.rules().get(0));
    CityWalks walks = city.walks().orElseThrow();
    double[] all = new double[walks.firstPlace(city.size())];
    double[] near = new double[distances.fields.count()];
    for (int i = 0; i < city.size(); i++) {
      for (int p = 0; p < walks.area(i).size(); p++) {
        distances.ofArea(i, p, near);
        all[walks.firstPlace(i) + p] = Arrays.stream(near).min().orElseThrow();
      }
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void onePathMoreLengthensNoWalkAndOneStreetLessShortensNone(long seed) {
    World world = OnFootTest.town(seed);
    City city = world.city();
    double[] before = walks(city);
    Random dice = new Random(seed);
    int shorter = 0;
    int longer = 0;
    for (int round = 0; round < 12; round++) {
      double x = 100 * dice.nextInt(12) + (round % 2 == 0 ? 50 : 0);
      double y = 100 * dice.nextInt(12) + (round % 2 == 0 ? 0 : 50);
      WhatIf laid = suppose(city, path(world, x, y, dice.nextDouble(1200), dice.nextDouble(1200)));
      WhatIf closed = suppose(city, close(world, x, y));
      WhatIf both = suppose(laid.city(), close(world, x, y));
      double[] withPath = walks(laid.city());
      double[] without = walks(closed.city());
      double[] withBoth = walks(both.city());
      for (int p = 0; p < before.length; p++) {
        assertThat(withPath[p]).isLessThanOrEqualTo(before[p] + 1e-3);
        assertThat(without[p]).isGreaterThanOrEqualTo(before[p] - 1e-3);
        assertThat(withBoth[p]).isGreaterThanOrEqualTo(withPath[p] - 1e-3);
        shorter += withPath[p] < before[p] - 1 ? 1 : 0;
        longer += without[p] > before[p] + 1 ? 1 : 0;
      }
    }
    assertThat(shorter).isPositive();
    assertThat(longer).isPositive();
  }

  /** Blocks of 100 m, with all lanes around them. */
  private static World blocks(long seed) {
    World world = new World();
    for (int k = 0; k <= 8; k++) {
      for (int j = 0; j < 8; j++) {
        world.street("e" + j + "," + k, 100 * j, 100 * k, 100 * j + 100, 100 * k);
        world.street("n" + k + "," + j, 100 * k, 100 * j, 100 * k, 100 * j + 100);
      }
    }
    Random dice = new Random(seed);
    for (int i = 0; i < 40; i++) {
      double x = 100 * dice.nextInt(8) + 5 + dice.nextDouble(25);
      double y = 100 * dice.nextInt(8) + 5 + dice.nextDouble(25);
      world.community("c" + i, 100, x, y, x + 5 + dice.nextDouble(60), y + 5 + dice.nextDouble(60));
    }
    return world.facility("canteen", "a", dice.nextDouble(100), dice.nextDouble(100));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aFootbridgeIsAsIfItHadBeenImported(long seed) {
    World world = blocks(seed);
    City city = world.city();
    Random dice = new Random(seed);
    double[] before = walks(city);
    int shorter = 0;
    for (int round = 0; round < 6; round++) {
      double x = 100 * dice.nextInt(4);
      double y = 100 * dice.nextInt(4);
      double toX = x + 100 * (1 + dice.nextInt(3));
      double toY = y + 100 * (1 + dice.nextInt(3));
      WhatIf laid = suppose(city, path(world, true, x, y, toX, toY));

      double[] imported = walks(blocks(seed).streetAt(1, "new", x, y, toX, toY).city());
      double[] supposed = walks(laid.city());

      assertThat(laid.lost()).isEmpty();
      for (int p = 0; p < imported.length; p++) {
        assertThat(supposed[p]).as("%s", p).isCloseTo(imported[p], within(1e-3));
        shorter += supposed[p] < before[p] - 1 ? 1 : 0;
      }
    }
    assertThat(shorter).isPositive();
  }

  /**
   * A place that joins an imported path gives up its way by a street; by a supposed one it keeps
   * it.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noWalkIsLongerThanByTheSamePathImported(long seed) {
    World world = blocks(seed);
    City city = world.city();
    World more = blocks(seed).street("new", 100, 100, 200, 200, 300, 300, 400, 400);

    double[] imported = walks(more.city());
    double[] supposed = walks(suppose(city, path(world, 100, 100, 400, 400)).city());

    int same = 0;
    for (int p = 0; p < imported.length; p++) {
      assertThat(supposed[p]).isLessThanOrEqualTo(imported[p] + 0.01);
      same += Math.abs(supposed[p] - imported[p]) < 0.01 ? 1 : 0;
    }
    assertThat(same).isGreaterThan(imported.length * 2 / 3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aFacilityDraggedOnNewStreetsIsAnsweredAsIfAllWereWorkedOutAnew(long seed) {
    World world = OnFootTest.town(seed);
    City city = world.city();
    Random dice = new Random(seed);
    AddPath path = path(world, 310, 310, 880, 790);
    WhatIf nothing = WhatIf.nothing(city, CANTEEN);
    for (int round = 0; round < 6; round++) {
      Coordinate to = world.lonLat(dice.nextDouble(1200), dice.nextDouble(1200));
      MoveFacility move = new MoveFacility(WhatIf.refTo(city.facilities().get(round)), to.x, to.y);
      WhatIf draft = suppose(city, path, close(world, 250, 600), move);
      DraftEffect effect =
          DraftEffect.of(
              nothing,
              draft,
              CANTEEN.rules().get(0),
              java.util.Optional.empty(),
              KindCoverage.JudgedBy.AREA,
              assessor);

      City facilitiesFirst =
          suppose(suppose(city, move).city(), path, close(world, 250, 600)).city();
      KindCoverage anew = new Assessor().assess(facilitiesFirst, CANTEEN, CANTEEN.rules().get(0));
      for (int i = 0; i < city.size(); i++) {
        assertThat(effect.after().share(i)).isEqualTo(Double.valueOf(anew.share(i)));
        boolean changed = Double.compare(effect.before().share(i), anew.share(i)) != 0;
        int community = i;
        assertThat(Arrays.stream(effect.changed()).anyMatch(c -> c == community))
            .isEqualTo(changed);
      }
    }
  }
}
