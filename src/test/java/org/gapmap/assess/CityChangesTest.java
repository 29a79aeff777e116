package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.Provenance;
import org.gapmap.domain.Provision;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.store.CitySnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A city with changes is the city that would have been loaded with them, and its base stays. */
class CityChangesTest {
  private static final List<String> KINDS = List.of("fitness", "canteen");
  private static final double SIDE = 3000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsWorkedOutAnewAgreesWithTheWholeCityAssessedAfterRandomChanges(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    World world = randomWorld(random);
    CitySnapshot snapshot = world.snapshot();
    Assessor assessor = new Assessor();
    City derived = world.city();
    for (int step = 0; step < 6; step++) {
      CityChanges changes = CityChanges.NONE;
      for (int edit = random.nextInt(1, 4); edit > 0; edit--) {
        changes = randomEdit(random, derived, changes, world);
      }
      derived = derived.with(changes);
      City whole =
          new City(
              new CitySnapshot(
                  snapshot.key(),
                  snapshot.name(),
                  false,
                  1,
                  snapshot.layers(),
                  snapshot.communities(),
                  derived.facilities(),
                  snapshot.surroundings()),
              World.KINDS_IN_SQM);
      for (String kind : KINDS) {
        for (double radius : new double[] {150, 500}) {
          assertSame(assessor, derived, whole, World.standard(kind, radius));
        }
      }
    }
  }

  private static void assertSame(
      Assessor assessor, City derived, City whole, ServiceStandard standard) {
    KindCoverage part = assessor.assess(derived, standard, standard.rules().get(0));
    KindCoverage full = new Assessor().assess(whole, standard, standard.rules().get(0));
    assertThat(part.service().size()).isEqualTo(full.service().size());
    for (int i = 0; i < whole.size(); i++) {
      assertThat(part.share(i)).as("community %d", i).isCloseTo(full.share(i), within(1e-12));
    }
  }

  @Test
  void theBaseStaysAsItWas() {
    World world = new World().community("A", 10, 0, 0, 100, 100).facility("fitness", "F", 50, 50);
    City base = world.city();
    City without = base.with(CityChanges.NONE.closing(base.facilities().get(0)));
    ServiceStandard standard = World.standard("fitness", 300);
    Assessor assessor = new Assessor();

    assertThat(assessor.assess(without, standard, standard.rules().get(0)).share(0)).isZero();
    assertThat(assessor.assess(base, standard, standard.rules().get(0)).share(0)).isEqualTo(1);
    assertThat(base.facilities().get(0).status()).isEqualTo(FacilityStatus.OPEN);
    assertThat(without.facilities().get(0).status()).isEqualTo(FacilityStatus.CLOSED);
  }

  @Test
  void aRowThatNoChangeConcernsKeepsItsIndex() {
    World world =
        new World()
            .community("A", 10, 0, 0, 100, 100)
            .facility("fitness", "F", 50, 50)
            .facility("canteen", "C", 50, 50);
    City base = world.city();
    City without = base.with(CityChanges.NONE.closing(base.facilities().get(0)));

    assertThat(without.service(List.of("canteen"))).isSameAs(base.service(List.of("canteen")));
    assertThat(without.service(List.of("fitness"))).isNotSameAs(base.service(List.of("fitness")));
  }

  @Test
  void laterChangesToAFacilityTakeTheEarlierOnesPlace() {
    World world = new World().community("A", 10, 0, 0, 100, 100).facility("fitness", "F", 50, 50);
    Facility listed = world.city().facilities().get(0);
    City base = world.city();
    CityChanges moved = CityChanges.NONE.moving(base.facilities().get(0), point(world, 900, 900));
    CityChanges movedAndClosed = moved.closing(moved.replaced().get(0).becomes());

    assertThat(movedAndClosed.replaced()).hasSize(1);
    assertThat(base.with(movedAndClosed).facilities())
        .singleElement()
        .satisfies(
            facility -> {
              assertThat(facility.status()).isEqualTo(FacilityStatus.CLOSED);
              assertThat(facility.place().distance(listed.place())).isPositive();
            });
  }

  @Test
  void aFacilityThatIsNotOfTheCityIsRefused() {
    World world = new World().community("A", 10, 0, 0, 100, 100).facility("fitness", "F", 50, 50);
    Facility other = added(world, "fitness", 1, 1, FacilityAccess.PUBLIC);

    assertThatThrownBy(() -> world.city().with(CityChanges.NONE.closing(other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(other.id());
  }

  private static CityChanges randomEdit(
      SplittableRandom random, City city, CityChanges changes, World world) {
    double x = random.nextDouble(SIDE);
    double y = random.nextDouble(SIDE);
    List<Facility> untouched = new ArrayList<>(city.facilities());
    changes.replaced().forEach(each -> untouched.remove(each.was()));
    Facility one = untouched.get(random.nextInt(untouched.size()));
    return switch (random.nextInt(3)) {
      case 0 -> changes.closing(one);
      case 1 -> changes.moving(one, point(world, x, y));
      default ->
          changes.adding(
              added(
                  world,
                  KINDS.get(random.nextInt(KINDS.size())),
                  x,
                  y,
                  random.nextInt(4) == 0 ? FacilityAccess.OWN_RESIDENTS : FacilityAccess.PUBLIC));
    };
  }

  private static World randomWorld(SplittableRandom random) {
    World world = new World();
    for (int i = 0; i < 80; i++) {
      double x = random.nextDouble(SIDE);
      double y = random.nextDouble(SIDE);
      world.community(
          "C" + i, 100, x, y, x + random.nextDouble(20, 300), y + random.nextDouble(20, 300));
    }
    for (int k = 0; k < 30; k++) {
      world.facility(
          KINDS.get(k % 2),
          "F" + k,
          random.nextDouble(SIDE),
          random.nextDouble(SIDE),
          random.nextInt(5) == 0 ? FacilityStatus.PLANNED : FacilityStatus.OPEN,
          random.nextInt(5) == 0 ? FacilityAccess.OWN_RESIDENTS : FacilityAccess.PUBLIC);
    }
    return world;
  }

  private static Facility added(
      World world, String kind, double x, double y, FacilityAccess access) {
    return new Facility(
        kind,
        "",
        "new",
        point(world, x, y),
        FacilityStatus.OPEN,
        access,
        Provision.UNKNOWN,
        new Provenance(0, "what if", "", 1));
  }

  private static Geometry point(World world, double x, double y) {
    return new GeometryFactory().createPoint(world.lonLat(x, y));
  }
}
