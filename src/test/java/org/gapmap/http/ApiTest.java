package org.gapmap.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import org.gapmap.assess.World;
import org.gapmap.store.LayerStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** The real server over a real PostGIS, asked as the page asks it. */
class ApiTest extends ServedCity {
  @Test
  void healthNamesPostgisAndCountsEveryCity() {
    String health = get("/api/health").body();

    assertThatJson(health)
        .and(
            json -> json.node("status").isEqualTo("ok"),
            json -> json.node("postgis").isString().matches("3\\.\\d+\\.\\d+"));
    assertThatJson(health)
        .inPath("$.cities[?(@.city=='wuhan')]")
        .isArray()
        .first()
        .isObject()
        .containsEntry("dataVersion", BigDecimal.valueOf(2))
        .containsEntry("communities", BigDecimal.valueOf(2))
        .containsEntry("facilities", BigDecimal.valueOf(2));
  }

  @Test
  void coverageIsArraysInTheOrderOfTheIndex() {
    JsonNode index = json("/api/index");
    JsonNode coverage = json("/api/coverage?kind=fitness");
    int served = index.path("name").get(0).asText().equals("served") ? 0 : 1;

    assertThat(index.path("dataVersion")).isEqualTo(coverage.path("dataVersion"));
    assertThat(coverage.path("share").get(served).asDouble()).isEqualTo(1);
    assertThat(coverage.path("share").get(1 - served).asDouble()).isZero();
    assertThat(coverage.path("status").asText()).isEqualTo(served == 0 ? "mg" : "gm");
  }

  @Test
  void aRadiusInPlaceOfTheStandardsChangesTheAnswer() {
    JsonNode summary = json("/api/summary?kind=fitness&radius=900");

    assertThatJson(summary.toString())
        .inPath("$.kinds[?(@.kind=='fitness')].radiusMetres")
        .isArray()
        .containsExactly(900.0);
    assertThatJson(summary.toString())
        .inPath("$.kinds[?(@.kind=='fitness')].met")
        .isArray()
        .containsExactly(2);
  }

  @Test
  void everyNumberOfAStandardSaysHowFarItWasChecked() {
    JsonNode city = json("/api/standards").get(4);
    assertThat(city.path("id").asText()).isEqualTo("guiyang-gb50180");
    assertThat(city.path("basedOn").asText()).isEqualTo("gb50180-2018");
    assertThatJson(city.toString())
        .inPath("$.rules[?(@.kind=='culture_station')]")
        .isArray()
        .first()
        .isObject()
        .containsEntry("leastFloorSqm", BigDecimal.valueOf(300.0).setScale(1))
        .containsEntry("verification", "unverified")
        .containsEntry("obligation", "shall")
        .node("sizes")
        .isObject()
        .containsEntry("verification", "unverified")
        .containsEntry("year", null);
    assertThat(city.at("/population/shares/elderly_60/verification").asText())
        .isEqualTo("unverified");
    JsonNode norm = json("/api/standards").at("/0/rules/2/norm");
    assertThat(norm.path("amount").asDouble()).isEqualTo(4.5);
    assertThat(norm.path("basis").asText()).isEqualTo("per_1000_persons");
    assertThat(norm.path("verification").asText()).isEqualTo("verified");
    assertThat(json("/api/standards/problems")).isEmpty();
  }

  @Test
  void anotherStandardSaysWhatItJudgesOtherwise() {
    JsonNode compared = json("/api/compare-standards?other=life-circle-tdt1062-2021");

    assertThat(compared.path("standard").asText()).isEqualTo("old-community-renewal");
    JsonNode canteens = compared.path("kinds").get(0);
    assertThat(canteens.path("judgedIn").asText()).isEqualTo("both");
    assertThat(canteens.at("/differences/0/en").asText())
        .isEqualTo("radius 500 m becomes 500 m on foot (a line of about 385 m)");
    assertThat(compared.path("kinds").get(1).path("judgedIn").asText()).isEqualTo("first_only");
    assertThat(get("/api/compare-standards").statusCode()).isEqualTo(400);
  }

  @Test
  void aKindWithoutAListIsUnknown() {
    JsonNode coverage = json("/api/coverage?kind=childcare");

    assertThat(coverage.path("share").get(0).isNull()).isTrue();
    assertThat(coverage.path("status").asText()).isEqualTo("uu");
  }

  @Test
  void theSheetSaysWhatWasJudgedByWhatAndWhy() {
    long id = json("/api/gaps?kind=fitness").path("gaps").get(0).path("id").asLong();
    String sheet = get("/api/communities/" + id).body();

    assertThatJson(sheet)
        .and(
            json -> json.node("name").isEqualTo("short"),
            json -> json.node("residents").isEqualTo(2000),
            json -> json.node("households").isEqualTo(null),
            json -> json.node("source.row").isEqualTo(2));
    assertThatJson(sheet)
        .inPath("$.kinds[?(@.kind=='fitness')]")
        .isArray()
        .first()
        .isObject()
        .containsEntry("status", "gap")
        .containsEntry("unknownBecause", "")
        .containsEntry("share", BigDecimal.valueOf(0.0).setScale(1));
    assertThatJson(sheet)
        .inPath("$.kinds[?(@.kind=='fitness')].nearest.metres")
        .isArray()
        .containsExactly(500.0);
    assertThatJson(sheet)
        .inPath("$.kinds[?(@.kind=='fitness')].nearest.suspect")
        .isArray()
        .containsExactly(true);
    assertThatJson(sheet)
        .inPath("$.kinds[?(@.kind=='childcare')].unknownBecause")
        .isArray()
        .containsExactly("no_layer");
  }

  @Test
  void doubtsOnASheetAreThoseOfTheFacilitiesWithinTheRadius() {
    long id = json("/api/gaps?kind=fitness").path("gaps").get(0).path("id").asLong();

    JsonNode near = fitnessOf(json("/api/communities/" + id + "?kind=fitness&radius=300"));
    JsonNode wide = fitnessOf(json("/api/communities/" + id + "?kind=fitness&radius=600"));

    assertThat(near.path("within").asInt()).isZero();
    assertThat(near.path("flags").path("accessSuspect").asInt()).isZero();
    assertThat(wide.path("within").asInt()).isEqualTo(1);
    assertThat(wide.path("flags").path("accessSuspect").asInt()).isEqualTo(1);
    assertThat(wide.path("flags").path("statusUnknown").asInt()).isEqualTo(1);
  }

  private static JsonNode fitnessOf(JsonNode sheet) {
    for (JsonNode kind : sheet.path("kinds")) {
      if (kind.path("kind").asText().equals("fitness")) {
        return kind;
      }
    }
    throw new AssertionError("no fitness on the sheet");
  }

  @Test
  void aFacilityTriedSaysWhatItWouldServeAndStoresNothing() {
    Coordinate place = WORLD.lonLat(2050, 50);
    String trial = get("/api/try?kind=fitness&lon=" + place.x + "&lat=" + place.y).body();

    assertThatJson(trial)
        .and(
            json -> json.node("residentsGained").isEqualTo(2000.0),
            json -> json.node("areaGainedSqm").isEqualTo(10000.0),
            json -> json.node("lifted[0].name").isEqualTo("short"),
            json -> json.node("lifted[0].after").isEqualTo("met"));
    assertThat(json("/api/facilities?kind=fitness").path("facilities")).hasSize(2);
  }

  @Test
  void tilesAreImmutableUnderTheirVersionAndAbsentForAnother() {
    Coordinate place = WORLD.lonLat(50, 50);
    int column = (int) Math.floor((place.x + 180) / 360 * (1 << 14));
    double lat = Math.toRadians(place.y);
    int row =
        (int)
            Math.floor((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * (1 << 14));
    String tile = "/communities/14/" + column + "/" + row + ".mvt";

    HttpResponse<String> answer = get("/tiles/wuhan/2" + tile);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("communities").contains("served");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(get("/tiles/wuhan/99" + tile).statusCode()).isEqualTo(404);
    assertThat(get("/tiles/wuhan/2/communities/14/99999/0.mvt").statusCode()).isEqualTo(404);
  }

  @Test
  void aStoredRunIsReadBackAsCsv() {
    HttpResponse<String> stored = post(server, "", "/api/runs", "{\"city\": \"wuhan\"}");
    assertThat(stored.statusCode()).isEqualTo(201);
    long run = parse(stored.body()).path("run").asLong();

    String csv = get("/api/runs/" + run + ".csv").body();

    assertThat(csv).startsWith("\uFEFFcommunity_id,community,kind,radius_m");
    assertThat(csv.lines()).hasSize(1 + 2 * 3);
    assertThat(csv).contains(",short,fitness,300,straight,0.000000,gap,2000,2000.0,同济大学球场,500.0");
    assertThat(get("/api/runs/999999.csv").statusCode()).isEqualTo(404);
  }

  @Test
  void whatTheUserGetsWrongIsAProblemThatSaysWhatToDo() {
    HttpResponse<String> answer = get("/api/coverage?kind=fitness&radius=-5");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThatJson(answer.body()).node("title").isString().contains("-5.0");
    assertThat(get("/api/coverage?kind=fitness&radius=wide").statusCode()).isEqualTo(400);
    assertThat(get("/api/coverage?city=nowhere&kind=fitness").statusCode()).isEqualTo(400);
    assertThat(get("/api/communities/123456").statusCode()).isEqualTo(404);
    assertThat(get("/api/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void aCityKeyThatNoTextCanHoldIsNoCity() {
    assertThat(get("/api/coverage?city=%00").statusCode()).isEqualTo(400);
    assertThat(post(server, "", "/api/runs", "{\"city\": \"\\u0000\"}").statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"wuhan\"",
        "5",
        "null",
        "",
        "{\"city\": 5}",
        "{\"standard\": [\"x\"]}",
        "{"
      })
  void aBodyThatIsNoObjectOfTextsStoresNothing(String body) {
    HttpResponse<String> answer = post(server, "", "/api/runs", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThatJson(answer.body()).node("detail").isString().contains("standard");
  }

  @Test
  void anAssessmentWithoutCommunitiesIsRefused() {
    World facilitiesAlone = new World().facility("outdoor_fitness_ground", "F", 0, 0);
    facilitiesAlone.store(new LayerStore(database.dataSource()), "xian");

    HttpResponse<String> answer = post(server, "", "/api/runs", "{\"city\": \"xian\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThatJson(answer.body()).node("detail").isString().contains("import communities");
  }

  @Test
  void aCommitIsHeardOnceForgotten() {
    int before = json("/api/index?city=wuhan").path("dataVersion").asInt();
    new World()
        .community("other", 1, 0, 0, 10, 10)
        .store(new LayerStore(database.dataSource()), "other");
    cities.forget("other");
    assertThat(json("/api/index?city=other").path("name").get(0).asText()).isEqualTo("other");
    assertThat(json("/api/index?city=wuhan").path("dataVersion").asInt()).isEqualTo(before);
  }

  /** What a standard says of 300 m says nothing of 777 m. */
  @Test
  void aRadiusOfTheUsersIsNotVerifiedByTheStandard() {
    long id = json("/api/index").path("id").get(0).asLong();

    JsonNode own = json("/api/communities/" + id + "/why?kind=childcare").path("rule");
    JsonNode users = json("/api/communities/" + id + "/why?kind=childcare&radius=777").path("rule");

    assertThat(own.path("verification").asText()).isEqualTo("verified");
    assertThat(users.path("verification").asText()).isEqualTo("unverified");
    assertThat(users.path("localChoice").asBoolean()).isTrue();
    assertThat(users.path("ownRadiusMetres").asDouble()).isEqualTo(300);
  }
}
