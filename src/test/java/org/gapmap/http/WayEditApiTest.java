package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.gapmap.assess.World;
import org.gapmap.store.LayerStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** Two banks, a bridge far off, and what a footbridge near by would bring. */
class WayEditApiTest extends ServedCity {
  private static final World BANKS =
      new World()
          .community("bank", 1000, 0, -60, 100, -10)
          .street("south", -500, 0, 1500, 0)
          .street("north", -500, 100, 1500, 100)
          .street("bridge", 1500, 0, 1500, 100)
          .facility("outdoor_fitness_ground", "健身苑", 50, 130);
  private static final String ASKED = "?city=banks&kind=fitness&radius=500&by=people&mode=";

  @BeforeAll
  static void banks() {
    BANKS.store(new LayerStore(database.dataSource()), "banks");
  }

  private static String path(double... xy) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < xy.length; i += 2) {
      Coordinate at = BANKS.lonLat(xy[i], xy[i + 1]);
      line.append(i == 0 ? "" : ",").append("[%s,%s]".formatted(at.x, at.y));
    }
    return "{\"do\":\"path\",\"line\":[" + line + "],\"name\":\"天桥\"}";
  }

  private static String street(double x, double y) {
    Coordinate at = BANKS.lonLat(x, y);
    return "{\"do\":\"street\",\"lon\":%s,\"lat\":%s,\"name\":\"\"}".formatted(at.x, at.y);
  }

  private static JsonNode draft(String mode, String edits) {
    return parse(
        post(server, "", "/api/whatif/coverage" + ASKED + mode, "{\"edits\":[" + edits + "]}")
            .body());
  }

  @Test
  void aFootbridgeLiftsTheCommunityOnFootAndSaysSoWhereNobodyWalks() {
    JsonNode walked = draft("walking", path(50, 10, 50, 90));
    JsonNode straight = draft("straight", path(50, 10, 50, 90));

    assertThat(walked.path("lost")).isEmpty();
    assertThat(walked.path("note").isNull()).isTrue();
    assertThat(walked.path("kinds").path(0).path("lifted").asInt()).isEqualTo(1);
    assertThat(walked.path("changed").path("status").asText()).isEqualTo("m");
    assertThat(walked.path("changed").path("gained").path(0).asDouble()).isEqualTo(1000);
    assertThat(straight.path("changed").path("index")).isEmpty();
    assertThat(straight.path("note").path("en").asText()).contains("straight line");
    assertThat(straight.path("note").path("zh").asText()).isNotBlank();
  }

  @Test
  void anEditWithoutAStreetIsLostAndSaysWhy() {
    JsonNode answer = draft("walking", path(50, 10, 50, 60) + "," + street(0, 50));

    assertThat(answer.path("lost").toString()).isEqualTo("[0,1]");
    assertThat(answer.path("lostWhy").path(0).path("edit").asInt()).isZero();
    assertThat(answer.path("lostWhy").path(0).path("why").path("en").asText())
        .contains("last point");
    assertThat(answer.path("lostWhy").path(1).path("why").path("zh").asText()).contains("20 米");
  }

  @Test
  void aScenarioWithAFootbridgeIsKeptSeenThroughAndCompared() {
    String body =
        "{\"city\":\"banks\",\"name\":\"天桥\",\"edits\":["
            + path(50, 10, 50, 90)
            + ","
            + street(1500, 50)
            + "]}";
    JsonNode kept = parse(post(server, "", "/api/scenarios", body).body());
    String through = "&scenario=" + kept.path("id").asLong();

    assertThat(kept.path("edits").path(0).path("do").asText()).isEqualTo("path");
    assertThat(kept.path("edits").path(0).path("line")).hasSize(2);
    assertThat(kept.path("edits").path(1).path("do").asText()).isEqualTo("street");
    assertThat(kept.path("lost")).isEmpty();
    assertThat(json("/api/coverage" + ASKED + "walking" + through).path("status").asText())
        .isEqualTo("m");
    assertThat(json("/api/coverage" + ASKED + "walking").path("status").asText()).isEqualTo("g");
    long id = json("/api/index?city=banks").path("id").path(0).asLong();
    JsonNode why = json("/api/communities/" + id + "/why" + ASKED + "walking" + through);
    assertThat(why.path("facilities").path(0).path("metres").asDouble()).isBetween(130.0, 300.0);
    JsonNode difference =
        json(
            "/api/scenarios/"
                + kept.path("id").asLong()
                + "/difference?city=banks&mode=walking&by=people");
    assertThat(difference.path("kinds").path(0).path("gained").asDouble()).isEqualTo(1000);
    JsonNode network = json("/api/walking?city=banks" + through);
    assertThat(network.path("edges").asInt())
        .isGreaterThan(json("/api/walking?city=banks").path("edges").asInt());
  }

  @Test
  void whatIsNoPathIsRefused() {
    for (String edit :
        new String[] {
          "{\"do\":\"path\",\"line\":[[114.3,30.6]],\"name\":\"\"}",
          "{\"do\":\"path\",\"line\":[[114.3],[2,3]],\"name\":\"\"}",
          "{\"do\":\"path\",\"line\":[[114.3,30.6],[514,3]],\"name\":\"\"}",
          "{\"do\":\"path\",\"name\":\"\"}",
          "{\"do\":\"path\",\"line\":[[1,1],[1,2]],\"bridge\":\"yes\"}",
          "{\"do\":\"street\",\"lon\":1}"
        }) {
      HttpRequest request =
          HttpRequest.newBuilder(uri(server, "/api/whatif/coverage" + ASKED + "walking"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"edits\":[" + edit + "]}"))
              .build();
      assertThat(send(request).statusCode()).as(edit).isEqualTo(400);
    }
  }
}
