package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.Provenance;
import org.gapmap.domain.Provision;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

class FacilityMatchTest {
  private static final World WORLD = new World();

  @Test
  void aKeyHoldsThroughAMoveAndANewName() {
    Facility before = facility(1, "K1", "老食堂", 0, 0);
    Facility after = facility(2, "K1", "新食堂", 3000, 0);

    assertThat(pairs(before, after)).isEqualTo(1);
  }

  @Test
  void withoutAKeyNameAndPlaceMustAgree() {
    assertThat(pairs(facility(1, "", "食堂", 0, 0), facility(2, "", "食堂", 40, 0))).isEqualTo(1);
    assertThat(pairs(facility(1, "", "食堂", 0, 0), facility(2, "", "食堂", 60, 0))).isZero();
    assertThat(pairs(facility(1, "", "食堂", 0, 0), facility(2, "", "球场", 0, 0))).isZero();
    assertThat(pairs(facility(1, "", "A 食堂", 0, 0), facility(2, "", "A食堂(分店)", 0, 0))).isEqualTo(1);
  }

  @Test
  void twoOfOneNameKeepTheirPlaces() {
    Facility west = facility(1, "", "健身点", 0, 0);
    Facility east = facility(1, "", "健身点", 30, 0);
    Facility westAfter = facility(2, "", "健身点", 1, 0);
    Facility eastAfter = facility(2, "", "健身点", 31, 0);

    var partners = FacilityMatch.of(List.of(west, east), List.of(eastAfter, westAfter)).partners();

    assertThat(partners).containsEntry(west, westAfter).containsEntry(east, eastAfter);
  }

  private static int pairs(Facility before, Facility after) {
    return FacilityMatch.of(List.of(before), List.of(after)).partners().size();
  }

  private static Facility facility(int version, String key, String name, double x, double y) {
    return new Facility(
        "senior_canteen",
        "",
        name,
        new GeometryFactory().createPoint(WORLD.lonLat(x, y)),
        FacilityStatus.OPEN,
        FacilityAccess.PUBLIC,
        Provision.UNKNOWN,
        new Provenance(version, "test", "f.csv", (int) (x + 1), key));
  }
}
