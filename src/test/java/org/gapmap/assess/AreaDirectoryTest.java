package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gapmap.domain.AreaLevel;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** Districts side by side, drawn in metres. */
class AreaDirectoryTest {
  private static World twoDistricts() {
    return new World()
        .community("west", 10, 100, 100, 200, 200)
        .community("mostly east", 10, 900, 100, 1200, 200)
        .community("outside", 10, 5000, 0, 5100, 100)
        .area(AreaLevel.SUBDISTRICT, "人民街道", 0, 0, 500, 1000)
        .area(AreaLevel.DISTRICT, "西区", 0, 0, 1000, 1000)
        .area(AreaLevel.DISTRICT, "东区", 1000, 0, 2000, 1000)
        .area(AreaLevel.SUBDISTRICT, "人民街道", 1000, 0, 1500, 1000);
  }

  @Test
  void aSubdistrictsKeyTellsItFromANamesakeOfAnotherDistrict() {
    AreaDirectory areas = twoDistricts().city().areas();

    assertThat(areas.list())
        .extracting(AreaDirectory.Entry::key)
        .containsExactly(
            "district:西区", "district:东区", "subdistrict:西区/人民街道", "subdistrict:东区/人民街道");
    assertThat(areas.list())
        .extracting(AreaDirectory.Entry::within)
        .containsExactly(AreaDirectory.NONE, AreaDirectory.NONE, 0, 1);
  }

  @Test
  void aCommunityBelongsToTheAreaThatHoldsMostOfIt() {
    AreaDirectory areas = twoDistricts().city().areas();

    assertThat(List.of(areas.district(0), areas.district(1), areas.district(2)))
        .containsExactly(0, 1, AreaDirectory.NONE);
    assertThat(List.of(areas.subdistrict(0), areas.subdistrict(1), areas.subdistrict(2)))
        .containsExactly(2, 3, AreaDirectory.NONE);
  }

  @Test
  void rowsOfOneNameArePartsOfOneArea() {
    World world =
        new World()
            .community("over both parts", 10, 900, 0, 1100, 100)
            .area(AreaLevel.DISTRICT, "区", 0, 0, 1000, 1000)
            .area(AreaLevel.DISTRICT, "别区", 900, 0, 1050, 1000)
            .area(AreaLevel.DISTRICT, "区", 1000, 0, 2000, 1000);

    AreaDirectory areas = world.city().areas();

    Envelope whole = world.rectangle(0, 0, 2000, 1000).getEnvelopeInternal();
    assertThat(areas.list()).hasSize(2);
    assertThat(areas.list().get(0).extent().getMaxX()).isEqualTo(whole.getMaxX());
    // All of it lies in the two parts together; the first one holds half, the other area 3/4.
    assertThat(areas.district(0)).isEqualTo(0);
  }

  @Test
  void aSubdistrictWithoutADistrictAndACityWithoutAreasAreNoFaults() {
    World world =
        new World()
            .community("a", 10, 0, 0, 100, 100)
            .area(AreaLevel.SUBDISTRICT, "独镇", 0, 0, 500, 500)
            .area(AreaLevel.SUBDISTRICT, " ", 0, 0, 500, 500);

    assertThat(world.city().areas().list())
        .extracting(AreaDirectory.Entry::key)
        .containsExactly("subdistrict:/独镇");
    assertThat(world.city().areas().subdistrict(0)).isZero();
    City bare = new World().community("a", 10, 0, 0, 100, 100).city();
    assertThat(bare.areas().list()).isEmpty();
    assertThat(bare.areas().district(0)).isEqualTo(AreaDirectory.NONE);
  }
}
