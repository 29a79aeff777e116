package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasterMapTest extends ServedCity {
  private static final String TIANDITU =
      "https://t0.tianditu.gov.cn/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec"
          + "&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=KEY";

  @Test
  void noServiceIsSetUnlessTheAdministratorNamesOne() {
    assertThat(RasterMap.of(Map.of())).isEmpty();
    assertThat(RasterMap.of(Map.of("GAPMAP_BASEMAP_URL", " "))).isEmpty();
    assertThat(json("/api/settings").path("raster").isNull()).isTrue();
    assertThat(policyOf(server)).contains("img-src 'self' data:;");
  }

  @Test
  void whatTheAdministratorNamesIsToldToThePageAndItsHostAloneIsOpened() {
    RasterMap raster =
        RasterMap.of(
                Map.of(
                    "GAPMAP_BASEMAP_URL", TIANDITU,
                    "GAPMAP_BASEMAP_ATTRIBUTION", "天地图 | Tianditu",
                    "GAPMAP_BASEMAP_MAX_ZOOM", "17"))
            .orElseThrow();
    ServerSettings settings =
        new ServerSettings("127.0.0.1", 0, "/", Optional.empty(), Optional.of(raster));
    try (WebServer withRaster = new WebServer(settings, api())) {
      withRaster.start();

      assertThat(policyOf(withRaster)).contains("img-src 'self' data: https://t0.tianditu.gov.cn;");
      JsonNode said = parse(send(request(withRaster, "/api/settings")).body()).path("raster");
      assertThat(said.path("url").asText()).isEqualTo(TIANDITU);
      assertThat(said.path("attribution").path("zh").asText()).isEqualTo("天地图");
      assertThat(said.path("attribution").path("en").asText()).isEqualTo("Tianditu");
      assertThat(said.path("maxZoom").asInt()).isEqualTo(17);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'https://example.org/{z}/{x}.png', a, 18",
    "'ftp://example.org/{z}/{x}/{y}.png', a, 18",
    "'https://exa_mple;script-src/{z}/{x}/{y}', a, 18",
    "'//example.org/{z}/{x}/{y}', a, 18",
    "'https:// /{z}/{x}/{y}', a, 18",
    "'https://example.org/{z}/{x}/{y}.png', '', 18",
    "'https://example.org/{z}/{x}/{y}.png', ' | b', 18",
    "'https://example.org/{z}/{x}/{y}.png', a, 0",
    "'https://example.org/{z}/{x}/{y}.png', a, many",
  })
  void whatMakesNoSenseIsSaidAtTheStart(String url, String attribution, String zoom) {
    Map<String, String> environment =
        Map.of(
            "GAPMAP_BASEMAP_URL", url,
            "GAPMAP_BASEMAP_ATTRIBUTION", attribution,
            "GAPMAP_BASEMAP_MAX_ZOOM", zoom);
    assertThatThrownBy(() -> RasterMap.of(environment)).isInstanceOf(UserError.class);
  }

  private static String policyOf(WebServer asked) {
    HttpResponse<String> answer = send(request(asked, "/"));
    return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
  }

  private static HttpRequest request(WebServer asked, String path) {
    return HttpRequest.newBuilder(uri(asked, path)).build();
  }
}
