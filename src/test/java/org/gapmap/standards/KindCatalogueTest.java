package org.gapmap.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gapmap.domain.ServiceKind;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindCatalogueTest {
  private static final KindCatalogue KINDS = KindCatalogue.load();

  @ParameterizedTest
  @CsvSource({
    "老年食堂, senior_canteen",
    "长者食堂, senior_canteen",
    "助餐点, meal_point",
    "社区食堂, community_canteen",
    "健身苑, outdoor_fitness_ground",
    "健身点, outdoor_fitness_equipment",
    "球场, sports_ground_small",
    "pitch, sports_ground_small",
    "playground, child_senior_playground",
    "托育, childcare",
    "childcare, childcare",
    "托儿所, nursery",
    "nursery, nursery",
    "kindergarten, kindergarten",
    "幼儿园, kindergarten",
    "YEY, kindergarten",
    "sports_centre, gym_or_fitness_centre",
    "sports_hall, gym_or_fitness_centre",
    "track, sports_ground_large",
    "托老所, elderly_day_care",
  })
  void knowsWhatOfficesWrite(String word, String kind) {
    assertThat(KINDS.find(word)).map(ServiceKind::id).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "'  Sports Centre ', gym_or_fitness_centre",
    "SPORTS-CENTRE, gym_or_fitness_centre",
    "ｐｉｔｃｈ, sports_ground_small",
    "老年人日间照料中心（托老所）, elderly_day_care",
    "健身苑　, outdoor_fitness_ground",
  })
  void widthCaseAndSpacesDoNotMatter(String word, String kind) {
    assertThat(KINDS.find(word)).map(ServiceKind::id).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({"学校", "school", "hospital", "parking", "''", "' '"})
  void aWordThatMayMeanSeveralKindsNamesNone(String word) {
    assertThat(KINDS.find(word)).isEmpty();
  }

  @Test
  void everyIdNameAndAliasLeadsBackToItsKind() {
    for (ServiceKind kind : KINDS.all()) {
      assertThat(KINDS.get(kind.id())).isSameAs(kind);
      assertThat(KINDS.find(kind.name().zh())).containsSame(kind);
      assertThat(KINDS.find(kind.name().en())).containsSame(kind);
      assertThat(kind.aliases()).isNotEmpty();
      assertThat(kind.aliases())
          .allSatisfy(alias -> assertThat(KINDS.find(alias)).as(alias).containsSame(kind));
    }
  }

  @Test
  void noTwoKindsShareAnIcon() {
    assertThat(KINDS.all()).extracting(ServiceKind::icon).doesNotHaveDuplicates();
  }

  @Test
  void unfoldsAGroupIntoItselfAndItsMembers() {
    assertThat(KINDS.unfold("elderly_canteen"))
        .containsExactly("elderly_canteen", "senior_canteen", "meal_point", "community_canteen");
    assertThat(KINDS.unfold("fitness"))
        .containsExactly(
            "fitness",
            "outdoor_fitness_ground",
            "sports_ground_small",
            "sports_ground_medium",
            "outdoor_fitness_equipment");
    assertThat(KINDS.unfold("childcare")).startsWith("childcare", "nursery");
    assertThat(KINDS.unfold("kindergarten")).containsExactly("kindergarten");
  }

  @Test
  void anUnknownIdIsAnsweredWithNearOnes() {
    assertThatThrownBy(() -> KINDS.get("kindergarden"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no kind 'kindergarden' is known")
        .hasMessageContaining("kindergarten");
    assertThatThrownBy(() -> KINDS.get("老年食堂"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did you mean senior_canteen?");
  }

  @Test
  void aWordOfTwoKindsIsRefusedByLine() {
    assertThatThrownBy(
            () ->
                read(
                    "kinds:",
                    "  - {id: a, name: {zh: 甲, en: A}, aliases: [Ball Court], target: all, icon: 甲,"
                        + " unit: {zh: 个, en: pieces}}",
                    "  - {id: b, name: {zh: 乙, en: B}, aliases: [ball_court], target: all, icon: 乙,"
                        + " unit: {zh: 个, en: pieces}}"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("kinds.yaml line 3 key kinds[1]")
        .hasMessageContaining("'ball_court' names both a and b");
  }

  @Test
  void aMemberThatDoesNotExistIsRefusedByLine() {
    assertThatThrownBy(
            () ->
                read(
                    "kinds:",
                    "  - id: a",
                    "    name: {zh: 甲, en: A}",
                    "    aliases: []",
                    "    target: all",
                    "    icon: 甲",
                    "    unit: {zh: 个, en: pieces}",
                    "    members: [b]"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("kinds.yaml line 8 key kinds[0].members[0]")
        .hasMessageContaining("no kind 'b'");
  }

  private static void read(String... lines) {
    KindCatalogue.read(YamlNode.parse("kinds.yaml", String.join("\n", List.of(lines))));
  }
}
