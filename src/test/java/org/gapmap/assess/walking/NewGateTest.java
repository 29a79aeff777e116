package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gapmap.assess.walking.WalledTown.METRES;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gapmap.assess.walking.NewGate.Home;
import org.gapmap.assess.walking.NewGate.Kind;
import org.gapmap.assess.walking.NewGate.Opening;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** What a new gate saves, against compounds that were built anew with it. */
class NewGateTest {
  private static final NewGate.Barrier NONE = (lonA, latA, lonB, latB) -> false;
  private static final double[][] FACILITIES = {{30, 200}, {200, 150}, {-200, -130}};

  private static WalledTown block() {
    return new WalledTown().grid(-400, 600, 200).rectangle(10, 10, 190, 190);
  }

  @Test
  void aGateInTheBackIsWorthWhatACompoundBuiltWithItSaves() {
    check(() -> block().gate(100, 10), true, 60);
  }

  @Test
  void soIsOneOfACompoundThatIsOnlyALineOnTheMap() {
    // Known gates would make it a wall; a path across the lawn does not.
    Supplier<WalledTown> town = () -> block().street(100, 0, 100, 14);
    assertThat(town.get().compounds().gates(0).get(0).source()).isEqualTo(GateSource.INFERRED);
    check(town, false, 60);
  }

  @Test
  void whereWaysAreMappedThePathToTheGateBeginsAtTheNearestOfThem() {
    check(
        () -> block().street(100, 0, 100, 60, 100, 140).street(50, 100, 100, 100, 150, 100),
        false,
        60);
  }

  @Test
  void theBestThreeAreApartAndTheBestFirst() {
    Compounds compounds = block().gate(100, 10).compounds();
    List<Home> homes = homes(compounds);
    Kind kind = kind(compounds, homes, 30, 200);
    List<Opening> best = new NewGate(compounds, NONE).best(0, homes, List.of(kind), 3);
    assertThat(best).hasSize(3);
    assertThat(best.get(0).saved()).isGreaterThanOrEqualTo(best.get(1).saved());
    // In the north, where the facility is across the street.
    assertThat(METRES.y(best.get(0).lat())).isCloseTo(190, within(0.1));
    assertThat(METRES.x(best.get(0).lon())).isBetween(30.0, 110.0);
    for (int i = 0; i < 3; i++) {
      for (int k = i + 1; k < 3; k++) {
        assertThat(
                Math.hypot(
                    METRES.x(best.get(i).lon()) - METRES.x(best.get(k).lon()),
                    METRES.y(best.get(i).lat()) - METRES.y(best.get(k).lat())))
            .isGreaterThan(49.9);
      }
    }
    assertThat(best.get(0).newlyInReach()[0]).isEqualTo(homes.size() * 4.0);
  }

  @Test
  void noGateOpensOntoWaterOrThroughANeighbour() {
    WalledTown town = block().rectangle(190, 10, 198, 190).gate(100, 10);
    NewGate.Barrier riverInTheNorth =
        (lonA, latA, lonB, latB) -> (METRES.y(latA) > 195) != (METRES.y(latB) > 195);
    Compounds compounds = town.compounds();
    List<Home> homes = homes(compounds);
    assertThat(
            new NewGate(compounds, riverInTheNorth)
                .all(0, homes, List.of(kind(compounds, homes, 30, 200))))
        .isNotEmpty()
        .allSatisfy(
            opening -> {
              double x = METRES.x(opening.lon());
              double y = METRES.y(opening.lat());
              assertThat(y > 189 && x > 40 && x < 160).isFalse();
              assertThat(x > 189 && y > 40 && y < 160).isFalse();
            });
  }

  @Test
  void whoCanGetNowhereTodayIsConnectedRatherThanSavedEndlessMetres() {
    Compounds compounds =
        new WalledTown()
            .street(-600, 0, 800, 0)
            .street(-600, 205, 800, 205)
            .rectangle(10, 10, 190, 190)
            .gate(100, 10)
            .compounds();
    List<Home> homes = homes(compounds);
    Opening best =
        new NewGate(compounds, NONE)
            .best(0, homes, List.of(kind(compounds, homes, 30, 205)), 1)
            .get(0);
    assertThat(best.newlyConnected()[0]).isEqualTo(homes.size() * 4.0);
    assertThat(best.savedPeopleMetres()[0]).isZero();
    assertThat(METRES.y(best.lat())).isCloseTo(190, within(0.1));
  }

  private static void check(Supplier<WalledTown> town, boolean walled, int atLeast) {
    Compounds compounds = town.get().compounds();
    List<Home> homes = homes(compounds);
    List<Kind> kinds = new ArrayList<>();
    for (double[] at : FACILITIES) {
      kinds.add(kind(compounds, homes, at[0], at[1]));
    }
    List<Opening> openings = new NewGate(compounds, NONE).all(0, homes, kinds);
    assertThat(openings).hasSizeGreaterThanOrEqualTo(atLeast);
    boolean somebodyGains = false;
    for (Opening opening : openings) {
      double x = METRES.x(opening.lon());
      double y = METRES.y(opening.lat());
      Compounds rebuilt =
          walled
              ? town.get().gate(x, y).compounds()
              : town.get().street(path(compounds, opening, x, y)).compounds();
      for (int k = 0; k < FACILITIES.length; k++) {
        double saved = 0;
        for (int i = 0; i < homes.size(); i++) {
          double walk = walk(rebuilt, compounds, walled, opening, homes.get(i), FACILITIES[k]);
          saved += homes.get(i).people() * Math.max(0, kinds.get(k).now()[i] - walk);
        }
        assertThat(opening.savedPeopleMetres()[k]).isCloseTo(saved, within(0.02 * homes.size()));
        somebodyGains |= saved > 1000;
      }
    }
    assertThat(somebodyGains).isTrue();
  }

  /** A street from the nearest mapped way, or from the gate where there is none, to the street. */
  private static double[] path(Compounds compounds, Opening opening, double x, double y) {
    double toX = METRES.x(opening.path()[4]);
    double toY = METRES.y(opening.path()[5]);
    InnerWays ways = compounds.part(0).ways();
    if (!ways.mapped()) {
      return new double[] {x, y, toX, toY};
    }
    OnStreet inner =
        ways.nearest(
            compounds.access().graph(),
            compounds.parts().outline(0).flat(),
            opening.lon(),
            opening.lat(),
            0);
    double[] from = new EdgeLine(compounds.access().graph(), inner.edge()).at(inner.along());
    return new double[] {METRES.x(from[0]), METRES.y(from[1]), x, y, toX, toY};
  }

  /** People keep the doors they had: the new path is for reaching the gate, not for joining. */
  private static double walk(
      Compounds rebuilt,
      Compounds before,
      boolean walled,
      Opening opening,
      Home home,
      double[] facility) {
    Joining.Joined place = home.place();
    double lon = METRES.lonAt(facility[0]);
    double lat = METRES.latAt(facility[1]);
    WalkField field =
        WalkField.from(
            rebuilt.access().graph(), List.of(new Joining(rebuilt).facility(lon, lat).doors()));
    if (walled) {
      return field.metres(new Joining(rebuilt).resident(0, place.lon(), place.lat()).doors());
    }
    double best = Double.POSITIVE_INFINITY;
    if (!before.part(0).ways().mapped()) {
      OnStreet gate = onGround(rebuilt, opening.lon(), opening.lat());
      double leg =
          org.gapmap.geo.Geocentric.metres(place.lon(), place.lat(), opening.lon(), opening.lat());
      best = field.metres(Doors.of(new OnStreet(gate.edge(), gate.along(), leg)));
    }
    for (int i = 0; i < place.doors().count(); i++) {
      double[] at =
          new EdgeLine(before.access().graph(), place.doors().edge()[i])
              .at(place.doors().along()[i]);
      OnStreet same = onGround(rebuilt, at[0], at[1]);
      best =
          Math.min(
              best,
              field.metres(
                  Doors.of(new OnStreet(same.edge(), same.along(), place.doors().leg()[i]))));
    }
    return best;
  }

  private static OnStreet onGround(Compounds compounds, double lon, double lat) {
    OnStreet found = compounds.access().streets().find(lon, lat, 1);
    if (found == null) {
      throw new AssertionError("no street at " + lon + ", " + lat);
    }
    return found;
  }

  private static List<Home> homes(Compounds compounds) {
    Geometry shape = WalledTown.degrees("POLYGON((10 10,190 10,190 190,10 190,10 10))");
    double[] points = LatticePoints.of(shape);
    Joining joining = new Joining(compounds);
    List<Home> homes = new ArrayList<>();
    for (int i = 0; i < points.length; i += 2) {
      homes.add(new Home(joining.resident(0, points[i], points[i + 1]), 4));
    }
    return homes;
  }

  private static Kind kind(Compounds compounds, List<Home> homes, double x, double y) {
    Joining.Joined facility = new Joining(compounds).facility(WalledTown.lon(x), WalledTown.lat(y));
    WalkField field = WalkField.from(compounds.access().graph(), List.of(facility.doors()));
    double[] now = new double[homes.size()];
    for (int i = 0; i < now.length; i++) {
      now[i] = field.metres(homes.get(i).place().doors());
    }
    return new Kind(field::metres, now, 300);
  }
}
