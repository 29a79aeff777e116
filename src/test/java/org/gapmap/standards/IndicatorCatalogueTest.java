package org.gapmap.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gapmap.domain.Indicator;
import org.gapmap.domain.Indicator.Counted;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;

class IndicatorCatalogueTest {
  private static final KindCatalogue KINDS = KindCatalogue.load();
  private static final IndicatorCatalogue SHIPPED = IndicatorCatalogue.load(KINDS);

  @Test
  void theSameIndicatorHasTheNameOfItsYear() {
    Indicator elderly = get(2025, "elderly_care_gap");

    assertThat(elderly.edition(2024).orElseThrow().name().zh()).isEqualTo("未达标配建的养老服务设施数量");
    assertThat(elderly.edition(2025).orElseThrow().name().zh()).isEqualTo("未达标配建养老服务设施的小区数量");
    assertThat(elderly.edition(2024).orElseThrow().counted()).isEqualTo(Counted.NEIGHBOURHOOD);
    assertThat(elderly.edition(2025).orElseThrow().counted()).isEqualTo(Counted.COMMUNITY);
  }

  @Test
  void aYearThatHadNoSuchIndicatorLeavesItOut() {
    assertThat(SHIPPED.of(2025)).extracting(Indicator::id).contains("ebike_charging_gap");
    assertThat(SHIPPED.of(2024)).extracting(Indicator::id).doesNotContain("ebike_charging_gap");
    assertThatThrownBy(() -> SHIPPED.of(1999))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("choose one of [2024, 2025]");
  }

  @Test
  void parksReachByTheirSize() {
    Indicator parks = get(2025, "park_ratio");

    assertThat(parks.measure().ownReach().orElseThrow().bySize())
        .extracting(size -> size.fromLandSqm() + " " + size.radiusMetres())
        .containsExactly("5000.0 500.0", "400.0 300.0");
  }

  @Test
  void whatIsNotComputedSaysWhyAndTheRestNamesKinds() {
    for (int edition : SHIPPED.editions()) {
      assertThat(SHIPPED.of(edition))
          .allSatisfy(
              i ->
                  assertThat(i.measure().reason().isPresent())
                      .isEqualTo(i.measure().type() == Indicator.Type.NOT_COMPUTED));
    }
  }

  @Test
  void anUnknownKindIsRefusedByLine() {
    String yaml =
        """
        source: s
        year: 2025
        editions: [2025]
        indicators:
          - id: a
            dimension: block
            editions: {2025: {zh: 甲, en: A}}
            unit: {zh: 个, en: count}
            type: gap_count
            kinds: [no_such_kind]
            verification: unverified
        """;

    assertThatThrownBy(() -> IndicatorCatalogue.of(YamlNode.parse("i.yaml", yaml), KINDS))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no_such_kind")
        .hasMessageContaining("line 10");
  }

  private static Indicator get(int edition, String id) {
    return SHIPPED.of(edition).stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
  }
}
