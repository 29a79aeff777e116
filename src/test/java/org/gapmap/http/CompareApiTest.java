package org.gapmap.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompareApiTest extends ServedCity {
  @Test
  void theVersionsAreListedTheLatestFirst() {
    assertThatJson(get("/api/versions").body())
        .and(
            json -> json.node("current").isEqualTo(2),
            json -> json.node("versions").isArray().hasSize(2),
            json -> json.node("versions[0].dataVersion").isEqualTo(2));
  }

  @Test
  void theVersionBeforeIsMeantWhereNoneIsNamed() {
    String answer = get("/api/compare?kind=fitness").body();

    // The grounds' list came with version 2: before, nothing was known.
    assertThatJson(answer)
        .and(
            json -> json.node("from").isEqualTo(1),
            json -> json.node("to").isEqualTo(2),
            json -> json.node("facilities").isArray().hasSize(2),
            json -> json.node("facilities[0].change").isEqualTo("listed"),
            json -> json.node("facilities[0].before").isEqualTo(null));
    assertThatJson(answer)
        .inPath("$.kinds[?(@.kind=='fitness')].changed[*].because[0]")
        .isArray()
        .containsExactly("list_completeness", "list_completeness");
  }

  @Test
  void aVersionThatNeverWasIsTheUsersError() {
    assertThat(get("/api/compare?from=77").statusCode()).isEqualTo(400);
    assertThat(get("/api/compare?from=0&to=1").statusCode()).isEqualTo(400);
  }

  @Test
  void aScenarioWasInNoDataVersionAndIsRefused() {
    assertThat(get("/api/compare?scenario=1").statusCode()).isEqualTo(400);
    assertThat(get("/api/compare?scenario=1").body()).contains("difference");
    assertThat(get("/api/compare-standards?other=gb50180-2018&scenario=1").statusCode())
        .isEqualTo(400);
  }
}
