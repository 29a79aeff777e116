package org.gapmap.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolGroundsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "同济大学篮球场",
        "南校区运动场",
        "杨浦区第二中学操场",
        "Tongji University Track",
        "Primary school pitch",
        "大学路大学体育馆"
      })
  void namesOfSchoolsAreRecognised(String name) {
    assertThat(SchoolGrounds.named(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"129运动场", "小足球场", "pitch", "社区老年大学", "大学路健身苑", "学院路街道健身点", "", "Preschooling"})
  void namesThatOnlyMentionOneAreNot(String name) {
    assertThat(SchoolGrounds.named(name)).isFalse();
  }

  @Test
  void onlyUnknownAccessOfAKindThatIsNotASchoolIsSuspect() {
    ServiceKind fitness = kind("fitness", "健身场地", TargetGroup.ALL);
    ServiceKind school = kind("junior_high_school", "初中", TargetGroup.ALL);
    ServiceKind kindergarten = kind("kindergarten", "幼儿园", TargetGroup.CHILDREN_3_6);

    assertThat(SchoolGrounds.suspect(fitness, FacilityAccess.UNKNOWN, "同济大学篮球场")).isTrue();
    assertThat(SchoolGrounds.suspect(fitness, FacilityAccess.PUBLIC, "同济大学篮球场")).isFalse();
    assertThat(SchoolGrounds.suspect(fitness, FacilityAccess.UNKNOWN, "健身苑")).isFalse();
    assertThat(SchoolGrounds.suspect(school, FacilityAccess.UNKNOWN, "同济初级中学")).isFalse();
    assertThat(SchoolGrounds.suspect(kindergarten, FacilityAccess.UNKNOWN, "同济大学幼儿园")).isFalse();
  }

  private static ServiceKind kind(String id, String zh, TargetGroup group) {
    return new ServiceKind(
        id,
        new LocalizedText(zh, id),
        List.of(),
        group,
        "k",
        new LocalizedText("个", "unit"),
        List.of());
  }
}
