package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.gapmap.assess.World;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Renovation;
import org.gapmap.store.Completeness;
import org.gapmap.store.ImportHeader;
import org.gapmap.store.LayerImport;
import org.gapmap.store.LayerStore;
import org.gapmap.store.NewShape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IndexApiTest extends ServedCity {
  @BeforeAll
  static void store() {
    World world =
        new World()
            .community("长乐里", 100, 0, 0, 100, 100)
            .renovation(Renovation.NOT_RENOVATED)
            .community("汉阳城", 100, 5000, 0, 5100, 100);
    LayerStore layers = new LayerStore(database.dataSource());
    world.store(layers, "han");
    ImportHeader header =
        new ImportHeader(
            "han",
            "",
            false,
            LayerType.AREAS,
            "test",
            "",
            "EPSG:4490",
            Completeness.ASSUMED_WHOLE_CITY);
    try (LayerImport layer = layers.begin(header)) {
      layer.addShape(new NewShape(1, "江岸区", "", world.rectangle(-100, -100, 1000, 1000), Map.of()));
      layer.addShape(new NewShape(2, "一元街道", "", world.rectangle(-100, -100, 500, 500), Map.of()));
      layer.commit("{}");
    }
  }

  @Test
  void theAreasOfACommunityAreNumbersOfTheList() {
    JsonNode index = json("/api/index?city=han");

    JsonNode areas = index.path("areas");
    assertThat(areas.path(0).path("key").asText()).isEqualTo("district:江岸区");
    assertThat(areas.path(0).path("within").isNull()).isTrue();
    assertThat(areas.path(1).path("key").asText()).isEqualTo("subdistrict:江岸区/一元街道");
    assertThat(areas.path(1).path("level").asText()).isEqualTo("subdistrict");
    assertThat(areas.path(1).path("within").asText()).isEqualTo("district:江岸区");
    assertThat(areas.path(1).path("bbox")).hasSize(4);
    int inside = index.path("name").path(0).asText().equals("长乐里") ? 0 : 1;
    assertThat(index.path("district").path(inside).asInt()).isEqualTo(0);
    assertThat(index.path("subdistrict").path(inside).asInt()).isEqualTo(1);
    assertThat(index.path("district").path(1 - inside).asInt()).isEqualTo(-1);
    assertThat(index.path("subdistrict").path(1 - inside).asInt()).isEqualTo(-1);
    assertThat(index.path("initials").path(inside).asText().split(" ")).contains("cll", "zyl");
    assertThat(index.path("elderly").path(0).isNull()).isTrue();
  }

  @Test
  void theRenovationThatNobodySaidIsNullInTheIndexAndOnTheSheet() {
    JsonNode index = json("/api/index?city=han");
    int told = index.path("name").path(0).asText().equals("长乐里") ? 0 : 1;

    assertThat(index.path("renovation")).hasSize(2);
    assertThat(index.path("renovation").path(told).asText()).isEqualTo("not_renovated");
    assertThat(index.path("renovation").path(1 - told).isNull()).isTrue();
    for (int i = 0; i < 2; i++) {
      JsonNode sheet = json("/api/communities/" + index.path("id").path(i) + "?city=han");
      assertThat(sheet.path("renovation")).isEqualTo(index.path("renovation").path(i));
    }
  }

  @Test
  void aSheetNamesTheAreasAndSaysHowTheDistrictIsServed() {
    JsonNode index = json("/api/index?city=han");
    int inside = index.path("name").path(0).asText().equals("长乐里") ? 0 : 1;

    JsonNode sheet = json("/api/communities/" + index.path("id").path(inside) + "?city=han");
    JsonNode outside = json("/api/communities/" + index.path("id").path(1 - inside) + "?city=han");

    assertThat(sheet.path("area").path("district").asText()).isEqualTo("江岸区");
    assertThat(sheet.path("area").path("subdistrict").asText()).isEqualTo("一元街道");
    // No facilities are listed: nobody can judge.
    assertThat(sheet.path("kinds").path(0).path("districtMedianShare").isNull()).isTrue();
    assertThat(sheet.path("kinds").path(0).path("districtCommunities").asInt()).isZero();
    assertThat(sheet.path("kinds").path(0).path("districtUnknown").asInt()).isEqualTo(1);
    assertThat(outside.path("area").path("district").isNull()).isTrue();
    assertThat(outside.path("kinds").path(0).path("districtUnknown").asInt()).isZero();
  }

  @Test
  void aCityWithoutAreasHasAnEmptyList() {
    assertThat(json("/api/index").path("areas")).isEmpty();
    assertThat(json("/api/index").path("district").path(0).asInt()).isEqualTo(-1);
  }

  @Test
  void whoReadsPackedAnswersGetsTheSameOnce() throws IOException, InterruptedException {
    HttpRequest packed =
        HttpRequest.newBuilder(uri(server, "/api/index?city=han"))
            .header("Accept-Encoding", "gzip, deflate, br")
            .build();
    HttpResponse<byte[]> answer = CLIENT.send(packed, BodyHandlers.ofByteArray());

    assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
    String text =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(text).isEqualTo(get("/api/index?city=han").body());
  }

  @Test
  void anIndexThatIsStillTrueDoesNotTravelTwice() throws IOException, InterruptedException {
    String tag = get("/api/index?city=han").headers().firstValue("ETag").orElseThrow();

    HttpRequest again =
        HttpRequest.newBuilder(uri(server, "/api/index?city=han"))
            .header("If-None-Match", tag)
            .build();

    assertThat(CLIENT.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
  }
}
