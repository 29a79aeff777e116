package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExportApiTest extends ServedCity {
  @Test
  void aLayerIsAJobWithAFileToDownload() throws InterruptedException {
    int layer = work.exports().listLayers("wuhan").get(0).layer();

    JsonNode job = ended("{\"city\":\"wuhan\",\"layer\":" + layer + ",\"format\":\"geojson\"}");

    assertThat(job.path("state").asText()).isEqualTo("done");
    assertThat(job.path("what").asText()).isEqualTo("export");
    assertThat(job.path("result").path("rows").asInt()).isEqualTo(2);
    assertThat(job.path("result").path("crs").asText()).isEqualTo("EPSG:4490");
    assertThat(job.path("result").path("cannotHold").get(0).path("zh").asText()).isNotBlank();
    assertThat(job.path("result").path("fieldNames").get(0).path("written").asText())
        .isEqualTo("gapmap_row");
    HttpResponse<String> file = get("/" + job.path("file").asText());
    assertThat(file.headers().firstValue("Content-Type")).hasValue("application/geo+json");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"")
        .contains("filename*=UTF-8''");
    assertThat(parse(file.body()).path("features")).hasSize(2);
  }

  @Test
  void anAssessmentIsARowPerCommunity() throws InterruptedException {
    JsonNode run = parse(post(server, "", "/api/runs", "{\"city\":\"wuhan\"}").body());

    JsonNode job = ended("{\"run\":" + run.path("run").asLong() + ",\"format\":\"geojson\"}");

    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("done");
    JsonNode features = parse(get("/" + job.path("file").asText()).body()).path("features");
    assertThat(features).hasSize(2);
    assertThat(features.get(0).path("properties").has("fitness_status")).isTrue();
    assertThat(features.get(0).path("geometry").path("type").asText()).isEqualTo("MultiPolygon");
  }

  @Test
  void whatIsNotThereIsTheUsersError() {
    assertThat(status("{\"layer\":777777,\"format\":\"csv\"}")).isEqualTo(400);
    assertThat(status("{\"run\":777777}")).isEqualTo(400);
    assertThat(status("{\"layer\":1,\"run\":1}")).isEqualTo(400);
    assertThat(status("{\"layer\":1,\"format\":\"doc\"}")).isEqualTo(400);
    assertThat(status("[]")).isEqualTo(400);
    assertThat(status("{\"layer\":\"x\"}")).isEqualTo(400);
  }

  private static int status(String body) {
    return post(server, "", "/api/exports", body).statusCode();
  }

  private static JsonNode ended(String body) throws InterruptedException {
    HttpResponse<String> answer = post(server, "", "/api/exports", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    long id = parse(answer.body()).path("id").asLong();
    for (int i = 0; i < 600; i++) {
      JsonNode job = json("/api/jobs/" + id);
      if (!job.path("finishedAt").isNull()) {
        return job;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("job " + id + " did not end");
  }
}
