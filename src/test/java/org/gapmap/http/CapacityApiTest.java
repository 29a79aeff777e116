package org.gapmap.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** People in the answers: how many, how known, in reach, and with room. */
class CapacityApiTest extends ServedCity {
  @Test
  void whoFindsRoomComesAsColumnsThatAddUp() {
    assertThatJson(get("/api/capacity?kind=fitness").body())
        .and(
            json -> json.node("group").isEqualTo("all"),
            json -> json.node("people").isArray().containsExactly(2000.0, 1000.0),
            json -> json.node("outOfReach").isArray().containsExactly(2000.0, 0.0),
            json -> json.node("basis").isEqualTo("cc"),
            json -> json.node("estimated").isString().isEqualTo("00"),
            json -> json.node("unit.en").isEqualTo("m2"),
            json -> json.node("bands.weights").isArray().containsExactly(1.0, 0.68, 0.22),
            json -> json.node("totals.people").isEqualTo(3000.0),
            json -> json.node("totals.outOfReach").isEqualTo(2000.0),
            json -> json.node("totals.undecided").isEqualTo(1000.0),
            json -> json.node("totals.facilitiesOfUnknownCapacity").isEqualTo(2));
  }

  @Test
  void accessIsUnknownWhereACapacityIs() {
    assertThatJson(get("/api/capacity?kind=fitness").body())
        .node("access")
        .isArray()
        .containsExactly(0.0, null);
  }

  @Test
  void aKindMustBeNamed() {
    assertThat(get("/api/capacity").statusCode()).isEqualTo(400);
  }

  @Test
  void verdictsMayBeAboutPeople() {
    assertThatJson(get("/api/coverage?kind=fitness&by=people").body())
        .and(
            json -> json.node("by").isEqualTo("people"),
            json -> json.node("shareOfPeople").isArray().containsExactly(0.0, 1.0),
            json -> json.node("status").isEqualTo("gm"));
    assertThatJson(get("/api/coverage?kind=fitness").body()).node("shareOfPeople").isAbsent();
    assertThatJson(get("/api/summary?by=people").body()).node("by").isEqualTo("people");
    assertThat(get("/api/coverage?kind=fitness&by=luck").statusCode()).isEqualTo(400);
  }

  @Test
  void theBytesAreOfTheShareThatIsJudged() throws Exception {
    HttpResponse<byte[]> answer =
        CLIENT.send(
            HttpRequest.newBuilder(
                    uri(server, "/api/coverage?kind=fitness&by=people&format=binary&city=wuhan"))
                .build(),
            BodyHandlers.ofByteArray());
    ByteBuffer bytes = ByteBuffer.wrap(answer.body()).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(bytes.getShort(0)).isZero();
    assertThat(bytes.getShort(2)).isEqualTo((short) 10_000);
    assertThat(new String(answer.body(), 4, 2, StandardCharsets.US_ASCII)).isEqualTo("gm");
  }

  @Test
  void theSummaryCountsPeopleAndWhomItDoesNotKnow() {
    assertThatJson(get("/api/summary?kind=fitness").body())
        .node("kinds")
        .isArray()
        .anySatisfy(
            kind ->
                assertThatJson(kind)
                    .and(
                        json -> json.node("kind").isEqualTo("fitness"),
                        json -> json.node("people").isEqualTo(3000.0),
                        json -> json.node("peopleOutOfReach").isEqualTo(2000.0),
                        json -> json.node("peopleUnknown").isEqualTo(0),
                        json -> json.node("residentsOutOfReach").isEqualTo(2000.0)));
  }

  @Test
  void theSheetSaysWhoseNumberItIs() {
    long id = json("/api/index").path("id").path(0).asLong();

    assertThatJson(get("/api/communities/" + id + "?by=people").body())
        .node("kinds")
        .isArray()
        .anySatisfy(
            kind ->
                assertThatJson(kind)
                    .and(
                        json -> json.node("kind").isEqualTo("fitness"),
                        json -> json.node("people.group").isEqualTo("all"),
                        json -> json.node("people.people").isEqualTo(2000.0),
                        json -> json.node("people.basis").isEqualTo("counted"),
                        json -> json.node("people.spread").isEqualTo("evenly"),
                        json -> json.node("people.estimated").isEqualTo(false),
                        json -> json.node("people.outOfReach").isEqualTo(2000.0)));
  }

  @Test
  void theWorstFirstSaysWhoIsOutOfReach() {
    assertThatJson(get("/api/gaps?kind=fitness&by=people").body())
        .and(
            json -> json.node("gaps[0].shareOfPeople").isEqualTo(0.0),
            json -> json.node("gaps[0].peopleOutOfReach").isEqualTo(2000.0));
  }
}
