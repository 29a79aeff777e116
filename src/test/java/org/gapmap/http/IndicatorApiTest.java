package org.gapmap.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class IndicatorApiTest extends ServedCity {
  @Test
  void theCityHasOneFigurePerIndicator() {
    String table = get("/api/indicators?edition=2025&standard=gb50180-2018").body();

    assertThatJson(table)
        .and(
            json -> json.node("edition").isEqualTo(2025),
            json -> json.node("level").isEqualTo("city"),
            json -> json.node("areas").isArray().hasSize(1));
    int ground = -1;
    var indicators = parse(table).path("indicators");
    for (int i = 0; i < indicators.size(); i++) {
      ground = indicators.get(i).path("id").asText().equals("activity_ground_gap") ? i : ground;
    }
    assertThatJson(table)
        .node("areas[0].figures[" + ground + "]")
        .isObject()
        .containsEntry("value", BigDecimal.valueOf(1.0).setScale(1))
        .containsEntry("met", BigDecimal.ONE)
        .containsEntry("gap", BigDecimal.ONE)
        .containsEntry("unknown", BigDecimal.ZERO);
    assertThat(indicators.get(ground).path("radiusSource").path("verification").asText())
        .isNotEmpty();
  }

  @Test
  void theLatestYearIsMeantWhereNoneIsNamed() {
    assertThat(json("/api/indicators").path("edition").asInt()).isEqualTo(2025);
  }

  @Test
  void anUnknownLevelAndOneWithoutAreasAreTheUsersError() {
    assertThat(get("/api/indicators?level=street").statusCode()).isEqualTo(400);
    assertThat(get("/api/indicators?level=district").statusCode()).isEqualTo(400);
    assertThat(get("/api/indicators?edition=1999").statusCode()).isEqualTo(400);
  }
}
