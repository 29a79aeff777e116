package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.CheckUp;
import org.gapmap.assess.Cities;
import org.gapmap.assess.Indicators;
import org.gapmap.assess.Scenarios;
import org.gapmap.assess.World;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.standards.IndicatorCatalogue;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.store.CityStore;
import org.gapmap.store.LayerStore;
import org.gapmap.store.NoteStore;
import org.gapmap.store.RunStore;
import org.gapmap.store.ScenarioStore;
import org.gapmap.store.StreetStore;
import org.gapmap.store.TestDatabase;
import org.gapmap.store.TileStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A small city in a real PostGIS, served on loopback: openly, and behind a token below a path. */
abstract class ServedCity {
  static final HttpClient CLIENT = HttpClient.newHttpClient();
  static final World WORLD =
      new World()
          .community("served", 1000, 0, 0, 100, 100)
          .community("short", 2000, 2000, 0, 2100, 100)
          .facility("outdoor_fitness_ground", "健身苑", 50, 50)
          .facility(
              "outdoor_fitness_ground",
              "同济大学球场",
              2600,
              50,
              FacilityStatus.UNKNOWN,
              FacilityAccess.UNKNOWN);

  static TestDatabase database;
  static Cities cities;
  static LongWork work;
  static WebServer server;
  static WebServer guarded;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    WORLD.store(new LayerStore(database.dataSource()), "wuhan");
    cities =
        new Cities(
            new CityStore(database.dataSource()),
            new StreetStore(database.dataSource()),
            KindCatalogue.load());
    work = TestWork.of(database);
    server = new WebServer(ServerSettings.local(0), api());
    server.start();
    guarded =
        new WebServer(
            new ServerSettings(ServerSettings.LOOPBACK, 0, "/gapmap", Optional.of("s3cret")),
            api());
    guarded.start();
  }

  @AfterAll
  static void stop() {
    guarded.close();
    server.close();
    work.jobs().close();
    database.close();
  }

  static Api api() {
    return api(work);
  }

  static Api api(LongWork work) {
    KindCatalogue kinds = KindCatalogue.load();
    Assessor assessor = new Assessor();
    return new Api(
        cities,
        StandardsLibrary.load(kinds),
        kinds,
        assessor,
        new CheckUp(assessor, new RunStore(database.dataSource())),
        new Indicators(IndicatorCatalogue.load(kinds), assessor, kinds),
        new Scenarios(new ScenarioStore(database.dataSource())),
        new NoteStore(database.dataSource()),
        new TileStore(database.dataSource()),
        work);
  }

  static JsonNode json(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return parse(answer.body());
  }

  static HttpResponse<String> get(String path) {
    String named =
        path.startsWith("/api/") && !path.contains("city=")
            ? path + (path.contains("?") ? "&" : "?") + "city=wuhan"
            : path;
    return send(HttpRequest.newBuilder(uri(server, named)).build());
  }

  static HttpResponse<String> post(WebServer to, String origin, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(to, path))
            .POST(BodyPublishers.ofString(body.equals("{}") ? "{\"city\": \"wuhan\"}" : body));
    if (!origin.isEmpty()) {
      request.header("Origin", origin);
    }
    return send(request.build());
  }

  static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static URI uri(WebServer to, String path) {
    return URI.create("http://127.0.0.1:" + to.port() + path);
  }

  static JsonNode parse(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
