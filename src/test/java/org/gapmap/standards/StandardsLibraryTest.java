package org.gapmap.standards;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.domain.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardsLibraryTest {
  private static final KindCatalogue KINDS = KindCatalogue.load();
  private static final StandardsLibrary STANDARDS = StandardsLibrary.load(KINDS);
  private static final ServiceStandard GB = STANDARDS.get("gb50180-2018");
  private static final ServiceStandard RENEWAL = STANDARDS.get("old-community-renewal");

  /** Radii of appendix C as collected from public sources, metres. Every other row has none. */
  private static final Map<String, Double> RADII =
      Map.ofEntries(
          entry("junior_high_school", 1000.0),
          entry("primary_school", 500.0),
          entry("kindergarten", 300.0),
          entry("nursery", 300.0),
          entry("elderly_day_care", 300.0),
          entry("community_health_centre", 1000.0),
          entry("community_health_station", 300.0),
          entry("outpatient_clinic", 1000.0),
          entry("culture_centre", 1000.0),
          entry("culture_station", 500.0),
          entry("gym_or_fitness_centre", 1000.0),
          entry("sports_ground_large", 1000.0),
          entry("sports_ground_medium", 500.0),
          entry("sports_ground_small", 300.0),
          entry("outdoor_fitness_ground", 300.0),
          entry("community_service_centre", 1000.0),
          entry("community_service_station", 300.0),
          entry("subdistrict_office", 1000.0),
          entry("police_station", 800.0),
          entry("food_market", 500.0),
          entry("shopping_centre", 500.0),
          entry("small_supermarket", 300.0),
          entry("fitness_club", 1000.0),
          entry("bus_stop", 500.0),
          entry("rail_station", 800.0),
          entry("waste_transfer_point", 400.0),
          entry("waste_collection_point", 70.0),
          entry("resident_car_park", 150.0));

  @Test
  void theDefaultStandardComesFirst() {
    assertThat(STANDARDS.all())
        .extracting(ServiceStandard::id)
        .containsExactly(
            "old-community-renewal",
            "gb50180-2018",
            "complete-community-2020",
            "life-circle-tdt1062-2021",
            "guiyang-gb50180");
  }

  @Test
  void everyKindThatARowNamesExists() {
    for (ServiceStandard standard : STANDARDS.all()) {
      for (ServiceRule rule : standard.rules()) {
        assertThat(KINDS.get(rule.kind()).id()).isEqualTo(rule.kind());
        assertThat(rule.satisfiedBy())
            .allSatisfy(kind -> assertThat(KINDS.get(kind).id()).isEqualTo(kind))
            .contains(rule.kind());
      }
    }
  }

  @Test
  void gb50180HasTheRadiiOfItsAppendixAndInventsNone() {
    Map<String, Double> radii = new LinkedHashMap<>();
    for (ServiceRule rule : GB.rules()) {
      rule.radiusMetres().ifPresent(radius -> radii.put(rule.kind(), radius));
    }
    assertThat(radii).containsExactlyInAnyOrderEntriesOf(RADII);
    assertThat(GB.rules())
        .filteredOn(rule -> rule.radiusMetres().isEmpty())
        .extracting(ServiceRule::kind)
        .containsExactlyInAnyOrder(
            "elderly_home",
            "elderly_nursing_home",
            "community_canteen",
            "child_senior_playground",
            "outdoor_fitness_equipment",
            "convenience_store",
            "public_toilet",
            "recycling_point",
            "parcel_facility",
            "resident_bike_park");
  }

  @ParameterizedTest
  @CsvSource({
    "elderly_canteen, 500, true, UNVERIFIED",
    "fitness, 300, false, UNVERIFIED",
    "childcare, 300, false, VERIFIED",
  })
  void renewalJudgesThreeKinds(
      String kind, double radius, boolean localChoice, Verification verification) {
    ServiceRule rule = rule(RENEWAL, kind);
    assertThat(rule.radiusMetres()).hasValue(radius);
    assertThat(rule.mode()).isEqualTo(DistanceMode.STRAIGHT);
    assertThat(rule.citation().localChoice()).isEqualTo(localChoice);
    assertThat(rule.citation().verification()).isEqualTo(verification);
    assertThat(rule.citation().clause().en()).isNotBlank();
    assertThat(rule.citation().noteZh()).isNotBlank();
    assertThat(rule.citation().noteEn()).isNotBlank();
    assertThat(rule.satisfiedBy()).isEqualTo(KINDS.unfold(kind));
    assertThat(RENEWAL.rules()).hasSize(3);
  }

  @Test
  void aGroupOfUnknownSubtypeCountsOnlyWhereTheRowSaysSo() {
    assertThat(rule(GB, "outdoor_fitness_ground").satisfiedBy())
        .containsExactly("outdoor_fitness_ground", "fitness");
    assertThat(rule(GB, "nursery").satisfiedBy()).containsExactly("nursery", "childcare");
    assertThat(rule(GB, "sports_ground_small").satisfiedBy())
        .containsExactly("sports_ground_small");
  }

  @Test
  void thresholdsAreALocalChoiceAndSaidToBeSo() {
    for (ServiceStandard standard : STANDARDS.all()) {
      assertThat(standard.thresholdNote().zh()).contains("本地取值");
      assertThat(standard.thresholdNote().en()).contains("local choice");
      assertThat(standard.thresholds().statusOf(0.90)).isEqualTo(CoverageStatus.MET);
      assertThat(standard.thresholds().statusOf(0.8999)).isEqualTo(CoverageStatus.PARTIAL);
      assertThat(standard.thresholds().statusOf(0.50)).isEqualTo(CoverageStatus.PARTIAL);
      assertThat(standard.thresholds().statusOf(0.4999)).isEqualTo(CoverageStatus.GAP);
    }
  }

  @Test
  void anUnknownStandardIsAnsweredWithThoseThereAre() {
    assertThatThrownBy(() -> STANDARDS.get("gb50180"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "no standard 'gb50180' is known; take one of old-community-renewal, gb50180-2018,"
                + " complete-community-2020, life-circle-tdt1062-2021, guiyang-gb50180");
  }

  /** Each line of VALID replaced by a bad one, and the line and key that the message must name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: kindergarten     | kind: kindergarden     | line 7 key rules[0].kind           | no kind 'kindergarden'
          radius_m: 300          | radius_m: 300 m        | line 9 key rules[0].radius_m       | '300 m' is not a number
          radius_m: 300          | radius_m: 0            | line 9 key rules[0].radius_m       | not in (0, 5000]
          radius_m: 300          | radius_m: NaN          | line 9 key rules[0].radius_m       | 'NaN' is not a number
          radius_m: 300          | radius: 300            | line 9 key rules[0].radius         | 'radius' is not known
          radius_m: 300          | mode: flying           | line 9 key rules[0].mode           | straight, walking
          radius_m: 300          | clause: C.0.1          | line 10 key rules[0].clause        | stands here twice
          verification: verified | verification: sure     | line 11 key rules[0].verification  | verified, single_source, unverified
          verification: verified | local_choice: yes      | line 7 key rules[0]                | 'verification' is missing
          satisfied_by: [childcare/*] | satisfied_by: [care/*] | line 8 key rules[0].satisfied_by[0] | no kind 'care'
          satisfied_by: [childcare/*] | satisfied_by: []       | line 8 key rules[0].satisfied_by  | no kind satisfies
          gap_below: 0.50        | gap_below: 0.95        | line 5 key thresholds.gap_below    | above met_from
          met_from: 0.90         | met_from: 90           | line 5 key thresholds.met_from     | not a share
          year: 2018             | year: 2018.5           | line 4 key year                    | not a whole number
          rules:                 | rules: [               | line                               | not YAML
          """)
  void aBadValueIsRefusedByFileLineAndKey(String good, String bad, String where, String what) {
    String yaml = VALID.replace(good, bad);
    assertThat(yaml).isNotEqualTo(VALID);
    assertThat(read(yaml).faults())
        .singleElement()
        .extracting(UserError::getMessage, as(InstanceOfAssertFactories.STRING))
        .startsWith("test.yaml " + where)
        .contains(what);
  }

  @Test
  void aValidFileIsRead() {
    ServiceStandard standard = read(VALID).orThrow();
    assertThat(standard.rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.satisfiedBy()).isEqualTo(KINDS.unfold("childcare"));
              assertThat(rule.citation().year()).isEqualTo(2018);
            });
  }

  @Test
  void aKindWithTwoRowsIsRefused() {
    String row = VALID.substring(VALID.indexOf("  - kind"));
    assertThat(read(VALID + row).faults())
        .singleElement()
        .extracting(UserError::getMessage, as(InstanceOfAssertFactories.STRING))
        .startsWith("test.yaml line 12 key rules[1].kind");
  }

  private static final String VALID =
      """
      id: test
      name: {zh: 测试, en: Test}
      source: a test
      year: 2018
      thresholds: {met_from: 0.90, gap_below: 0.50, note: {zh: 本地, en: local}}
      rules:
        - kind: kindergarten
          satisfied_by: [childcare/*]
          radius_m: 300
          clause: C.0.2
          verification: verified
      """;

  private static StandardFile read(String yaml) {
    return new StandardReader(KINDS).read("test.yaml", yaml, STANDARDS::find);
  }

  private static ServiceRule rule(ServiceStandard standard, String kind) {
    return standard.rules().stream().filter(r -> r.kind().equals(kind)).findFirst().orElseThrow();
  }
}
