package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest extends ServedCity {
  private static String root = "";

  @BeforeAll
  static void readStamp() {
    root = "/assets/" + stampOf(send("/").body()) + "/";
  }

  private static HttpResponse<String> send(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(server, path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return ServedCity.send(request.build());
  }

  private static String stampOf(String page) {
    Matcher named = Pattern.compile("src=\"assets/([0-9a-f]+)/js/main\\.js\"").matcher(page);
    assertThat(named.find()).isTrue();
    return named.group(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "js/main.js",
        "js/see/see.js",
        "css/base.css",
        "styles.css",
        "webjars/pbf/4.0.1/index.js"
      })
  void whatThePageNamesIsForGood(String file) {
    HttpResponse<String> answer = send(root + file);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
  }

  @Test
  void aFileIsTheOneOfItsName() throws Exception {
    assertThat(send(root + "js/state.js").body())
        .isEqualTo(Files.readString(Path.of("web/js/state.js")));
    assertThat(send(root + "js/state.js").headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
  }

  @Test
  void anOtherStampsFileIsNotKept() {
    assertThat(send("/assets/0123456789ab/js/main.js").headers().firstValue("Cache-Control"))
        .hasValue("no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "js/nothing.js",
        "js",
        "%2e%2e/logback.xml",
        "webjars/%2e%2e/%2e%2e/MANIFEST.MF",
        "js/%2e%2e/%2e%2e/sql/tile/shapes.sql"
      })
  void nothingElseIsHandedOut(String path) {
    assertThat(send(root + path).statusCode()).isIn(400, 404);
  }

  @Test
  void thePageItselfIsAskedForAgainAndKnown() {
    HttpResponse<String> page = send("/");
    String tag = page.headers().firstValue("ETag").orElseThrow();

    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(send("/", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(send("/", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    assertThat(send("/index.html").body()).isEqualTo(page.body());
  }

  /** Otherwise a module is asked for only when the one that imports it has arrived. */
  @Test
  void everyModuleThatThePageLeadsToIsNamedInIt() throws Exception {
    String page = send("/").body();
    for (String module :
        new String[] {
          "js/address.js",
          "js/state.js",
          "js/see/see.js",
          "webjars/leaflet/1.9.4/dist/leaflet-src.esm.js"
        }) {
      assertThat(page)
          .contains(
              "<link rel=\"modulepreload\" fetchpriority=\"low\" href=\""
                  + root.substring(1)
                  + module);
    }
  }
}
