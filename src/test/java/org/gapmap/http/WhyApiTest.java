package org.gapmap.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One call says what a verdict rests on. */
class WhyApiTest extends ServedCity {
  @Test
  void theVerdictStandsWithItsRuleFacilitiesAndLists() {
    String why = get("/api/communities/" + shortOne() + "/why?kind=fitness").body();

    assertThatJson(why)
        .and(
            json -> json.node("verdict.status").isEqualTo("gap"),
            json -> json.node("verdict.counted").isEqualTo(0),
            json -> json.node("verdict.sentence.zh").isString().contains("未达标"),
            json -> json.node("rule.radiusMetres").isEqualTo(300.0),
            json -> json.node("rule.metFrom").isEqualTo(0.9),
            json -> json.node("rule.verification").isEqualTo("unverified"),
            json -> json.node("community.source.row").isEqualTo(2),
            json -> json.node("community.source.importedAt").isString().startsWith("20"),
            json -> json.node("facilities").isArray().hasSize(2),
            json -> json.node("facilities[0].why").isEqualTo("out_of_reach"),
            json -> json.node("facilities[0].metres").isEqualTo(500.0),
            json -> json.node("facilities[0].source.row").isEqualTo(2),
            json ->
                json.node("facilities[0].flags")
                    .isArray()
                    .contains("status_unknown", "access_unknown", "access_suspect"),
            json -> json.node("lists[0].completeHere").isEqualTo(true));
  }

  @Test
  void theLatestRunOfThisVersionIsNamed() {

    post(server, "", "/api/runs", "{\"city\": \"wuhan\"}");
    long run =
        parse(post(server, "", "/api/runs", "{\"city\": \"wuhan\"}").body()).path("run").asLong();

    String why = get("/api/communities/" + shortOne() + "/why?kind=fitness").body();

    assertThatJson(why).node("run.id").isEqualTo(run);
  }

  @Test
  void aRadiusOfTheUsersStandsBesideTheRowsOwn() {
    String why = get("/api/communities/" + shortOne() + "/why?kind=fitness&radius=900").body();

    assertThatJson(why)
        .and(
            json -> json.node("rule.radiusMetres").isEqualTo(900.0),
            json -> json.node("rule.ownRadiusMetres").isEqualTo(300.0),
            json -> json.node("verdict.status").isEqualTo("met"));
  }

  @Test
  void aKindAndACommunityMustBeNamed() {
    assertThat(get("/api/communities/" + shortOne() + "/why").statusCode()).isEqualTo(400);
    assertThat(get("/api/communities/987654/why?kind=fitness").statusCode()).isEqualTo(404);
  }

  private static long shortOne() {
    return json("/api/gaps?kind=fitness").path("gaps").get(0).path("id").asLong();
  }
}
