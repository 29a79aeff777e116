package org.gapmap.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.TargetGroup;
import org.gapmap.domain.WalkingSpeeds;
import org.junit.jupiter.api.Test;

class WalkingSpeedsTest {
  private static final String HEAD =
      """
      id: city
      name: {zh: 市, en: city}
      source: {zh: 来源, en: source}
      year: 2026
      thresholds: {met_from: 0.9, gap_below: 0.5, note: {zh: 本地, en: local}}
      rules: []
      """;

  private static StandardFile read(String speeds) {
    return new StandardReader(KindCatalogue.load())
        .read("city.yaml", HEAD + speeds, id -> Optional.empty());
  }

  @Test
  void aStandardThatSaysNothingHasTheUsualSpeeds() {
    ServiceStandard standard = read("").standard().orElseThrow();

    assertThat(standard.walkingSpeeds()).isEqualTo(WalkingSpeeds.USUAL);
    assertThat(standard.walkingSpeeds().of(TargetGroup.ELDERLY_60).value()).isEqualTo(0.8);
    assertThat(standard.walkingSpeeds().of(TargetGroup.CHILDREN_6_12).value()).isEqualTo(1.2);
  }

  @Test
  void oneSpeedMayBeTheCitysOwn() {
    ServiceStandard standard =
        read("walking_speed: {elderly: {value: 0.7, verification: unverified}}\n")
            .standard()
            .orElseThrow();

    assertThat(standard.walkingSpeeds().elderly().value()).isEqualTo(0.7);
    assertThat(standard.walkingSpeeds().others()).isEqualTo(WalkingSpeeds.USUAL.others());
  }

  @Test
  void metresAMinuteAreRefusedByLine() {
    StandardFile file = read("walking_speed: {others: {value: 72, verification: unverified}}\n");

    assertThat(file.faults()).hasSize(1);
    assertThat(file.faults().get(0).remedy()).contains("metres a second");
  }
}
