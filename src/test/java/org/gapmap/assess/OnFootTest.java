package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.ScenarioEdit.AddFacility;
import org.gapmap.domain.ServiceStandard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small cities with streets, in which every walk is known or can be tried one by one. */
class OnFootTest {
  private static final ServiceStandard CANTEEN =
      DistanceChoice.in(World.standard("canteen", 300), DistanceMode.WALKING);

  private final Assessor assessor = new Assessor();

  private KindCoverage assess(City city, ServiceStandard standard, double radius) {
    return assessor.assess(city, standard, standard.rules().get(0), radius);
  }

  /** One street from west to east; the community is a speck beside it, 20 m away. */
  private static World speck() {
    return new World().street("long", -2000, 0, 3000, 0).community("speck", 100, -1, 20, 1, 22);
  }

  @Test
  void aWalkIsTheLegsAndTheStreetBetween() {
    City city = speck().facility("canteen", "c", 500, -30).city();

    KindCoverage onFoot = assess(city, CANTEEN, 560);
    Nearest nearest = Nearest.find(onFoot, 0).orElseThrow();

    assertThat(onFoot.measured()).isEqualTo(Measured.WALKED);
    assertThat(nearest.metres()).isCloseTo(21 + 500 + 30, within(1.5));
    Walk walk = nearest.walk().orElseThrow();
    assertThat(walk.straightMetres()).isCloseTo(Math.hypot(500, 51), within(1.5));
    assertThat(walk.detour()).isCloseTo(551 / Math.hypot(500, 51), within(0.01));
    assertThat(onFoot.share(0)).isEqualTo(1);
    assertThat(onFoot.status(0)).isEqualTo(CoverageStatus.MET);
    assertThat(assess(city, CANTEEN, 540).share(0)).isEqualTo(0);
  }

  @Test
  void withoutStreetsAWalkIsStillAnEstimate() {
    City city = new World().community("c", 1, 0, 0, 10, 10).facility("canteen", "c", 100, 5).city();

    assertThat(assess(city, CANTEEN, 300).measured()).isEqualTo(Measured.ESTIMATED);
    assertThat(assess(city, World.standard("canteen", 300), 300).measured())
        .isEqualTo(Measured.STRAIGHT);
  }

  @Test
  void whoFindsNoStreetIsUnknownAndNeverZero() {
    City city =
        speck().community("lost", 100, 0, 1000, 10, 1010).facility("canteen", "c", 500, -30).city();

    KindCoverage onFoot = assess(city, CANTEEN, 300);

    assertThat(onFoot.share(1)).isNaN();
    assertThat(onFoot.status(1)).isEqualTo(CoverageStatus.UNKNOWN);
    assertThat(Nearest.find(onFoot, 1)).isEmpty();
    assertThat(onFoot.share(0)).isEqualTo(0);
  }

  @Test
  void aFacilityWithoutAStreetServesNobodyOnFoot() {
    City city = speck().facility("canteen", "lost", 0, 250).city();

    KindCoverage onFoot = assess(city, CANTEEN, 300);

    assertThat(onFoot.share(0)).isEqualTo(0);
    assertThat(Why.of(onFoot, 0).facilities())
        .singleElement()
        .satisfies(
            lost -> {
              assertThat(lost.verdict()).isEqualTo(Verdict.NO_WAY);
              assertThat(lost.metres()).isNaN();
            });
  }

  /** A town of blocks 100 m wide with lanes cut out of the grid here and there. */
  static World town(long seed) {
    Random dice = new Random(seed);
    World world = new World();
    for (int x = 0; x <= 12; x++) {
      for (int y = 0; y <= 12; y++) {
        if (x < 12 && dice.nextInt(5) > 0) {
          world.street("e" + x + "," + y, 100 * x, 100 * y, 100 * x + 100, 100 * y);
        }
        if (y < 12 && dice.nextInt(5) > 0) {
          world.street("n" + x + "," + y, 100 * x, 100 * y, 100 * x, 100 * y + 100);
        }
      }
    }
    for (int i = 0; i < 60; i++) {
      double x = dice.nextDouble(1150);
      double y = dice.nextDouble(1150);
      world.community(
          "c" + i,
          i % 7 == 0 ? -1 : 100 + i,
          x,
          y,
          x + 5 + dice.nextDouble(60),
          y + 5 + dice.nextDouble(60));
    }
    for (int j = 0; j < 25; j++) {
      world.facility(
          "canteen",
          "f" + j,
          dice.nextDouble(1200),
          dice.nextDouble(1200),
          FacilityStatus.OPEN,
          j % 6 == 0 ? FacilityAccess.OWN_RESIDENTS : FacilityAccess.PUBLIC);
    }
    return world;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsInReachOnFootIsInReachStraight(long seed) {
    City city = town(seed).city();
    CityWalks walks = city.walks().orElseThrow();
    KindCoverage onFoot = assess(city, CANTEEN, 300);
    ServiceIndex service = onFoot.service();

    int longer = 0;
    for (int i = 0; i < city.size(); i++) {
      WalkPlaces area = walks.area(i);
      for (int j = 0; j < service.size(); j++) {
        try (CityWalks.Search from = walks.search(walks.doors(service.placed(j)), 10_000)) {
          for (int p = 0; p < area.size(); p++) {
            double walked = from.metres(area.doors(p));
            double straight = service.metresTo(j, area.lon(p), area.lat(p));
            assertThat(walked).isGreaterThanOrEqualTo(straight);
            longer += walked > 1.2 * straight ? 1 : 0;
          }
        }
      }
    }
    assertThat(longer).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void sharesAreThoseOfTryingEveryPointAgainstEveryFacility(long seed) {
    City city = town(seed).city();
    CityWalks walks = city.walks().orElseThrow();
    double[][][] metres = all(city, city.service(CANTEEN.rules().get(0)));
    for (double radius : new double[] {100, 250, 400}) {
      KindCoverage onFoot = assess(city, CANTEEN, radius);
      for (int i = 0; i < city.size(); i++) {
        assertThat(onFoot.share(i))
            .as("%s of %s", radius, i)
            .isEqualTo(Double.valueOf(tried(metres, onFoot, walks, i)));
        assertThat(Nearest.within(onFoot, i)).isEqualTo(reaching(metres, onFoot, i));
      }
    }
  }

  private static double tried(double[][][] metres, KindCoverage onFoot, CityWalks walks, int i) {
    int judged = 0;
    int reached = 0;
    for (int p = 0; p < walks.area(i).size(); p++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (double[][] ofFacility : metres) {
        nearest = Math.min(nearest, ofFacility[i][p]);
      }
      boolean known =
          nearest < Double.POSITIVE_INFINITY || walks.onMainPiece(walks.area(i).doors(p));
      judged += known ? 1 : 0;
      reached += nearest <= onFoot.radiusMetres() ? 1 : 0;
    }
    return judged == 0 ? Double.NaN : (double) reached / judged;
  }

  private static int[] reaching(double[][][] metres, KindCoverage onFoot, int i) {
    return IntStream.range(0, metres.length)
        .filter(j -> Arrays.stream(metres[j][i]).min().orElseThrow() <= onFoot.radiusMetres())
        .toArray();
  }

  /** By facility, community and point; infinite where it serves others only. */
  private static double[][][] all(City city, ServiceIndex service) {
    CityWalks walks = city.walks().orElseThrow();
    double[][][] metres = new double[service.size()][city.size()][];
    for (int j = 0; j < service.size(); j++) {
      try (CityWalks.Search from = walks.search(walks.doors(service.placed(j)), 10_000)) {
        for (int i = 0; i < city.size(); i++) {
          WalkPlaces area = walks.area(i);
          metres[j][i] = new double[area.size()];
          for (int p = 0; p < area.size(); p++) {
            metres[j][i][p] =
                service.serves(j, i)
                    ? Math.min(
                        from.metres(area.doors(p)),
                        area.insideMetres(service, j, walks.joined(service.placed(j)), p))
                    : Double.POSITIVE_INFINITY;
          }
        }
      }
    }
    return metres;
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void editsAreAnsweredAsIfAllWereWorkedOutAnew(long seed) {
    World world = town(seed);
    City city = world.city();
    Random dice = new Random(seed);
    KindCoverage before = assess(city, CANTEEN, 300);
    for (int round = 0; round < 8; round++) {
      Facility moved = city.facilities().get(dice.nextInt(city.facilities().size()));
      var at = world.lonLat(dice.nextDouble(1200), dice.nextDouble(1200));
      WhatIf whatIf =
          WhatIf.of(
              city,
              CANTEEN,
              List.of(
                  new org.gapmap.domain.ScenarioEdit.MoveFacility(WhatIf.refTo(moved), at.x, at.y),
                  new AddFacility(
                      "canteen",
                      "new",
                      at.y - 30.6 + 114.3,
                      30.601,
                      org.gapmap.domain.Provision.UNKNOWN),
                  new org.gapmap.domain.ScenarioEdit.CloseFacility(
                      WhatIf.refTo(city.facilities().get(round)))));
      KindCoverage derived = before.of(whatIf.city());
      KindCoverage anew =
          new Assessor()
              .assess(
                  world.cityWith(whatIf.city().facilities()), CANTEEN, CANTEEN.rules().get(0), 300);
      for (int i = 0; i < city.size(); i++) {
        assertThat(derived.share(i)).as("share of %s", i).isEqualTo(Double.valueOf(anew.share(i)));
        assertThat(derived.shareOfPeople(i)).isEqualTo(Double.valueOf(anew.shareOfPeople(i)));
        assertThat(Nearest.find(derived, i).map(Nearest::metres))
            .isEqualTo(Nearest.find(anew, i).map(Nearest::metres));
      }
    }
  }
}
