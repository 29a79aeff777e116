package org.gapmap.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.CheckUp;
import org.gapmap.assess.Cities;
import org.gapmap.assess.Indicators;
import org.gapmap.assess.Scenarios;
import org.gapmap.http.Api;
import org.gapmap.http.LongWork;
import org.gapmap.http.ServerSettings;
import org.gapmap.http.TestWork;
import org.gapmap.http.WebServer;
import org.gapmap.standards.IndicatorCatalogue;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.store.CityStore;
import org.gapmap.store.Database;
import org.gapmap.store.NoteStore;
import org.gapmap.store.RunStore;
import org.gapmap.store.ScenarioStore;
import org.gapmap.store.StreetStore;
import org.gapmap.store.TestDatabase;
import org.gapmap.store.TileStore;

/** The real server over a database of its own, on a free port, under a base path. */
final class MapServer implements AutoCloseable {
  private final TestDatabase database = TestDatabase.fresh();
  private final KindCatalogue kinds = KindCatalogue.load();
  private final Cities cities =
      new Cities(
          new CityStore(database.dataSource()), new StreetStore(database.dataSource()), kinds);
  private final HttpClient client = HttpClient.newHttpClient();
  private final String basePath;
  private final LongWork work = TestWork.of(database);
  private final WebServer server;

  MapServer(String basePath) {
    this.basePath = basePath;
    StandardsLibrary standards = StandardsLibrary.load(kinds);
    Assessor assessor = new Assessor();
    Api api =
        new Api(
            cities,
            standards,
            kinds,
            assessor,
            new CheckUp(assessor, new RunStore(database.dataSource())),
            new Indicators(IndicatorCatalogue.load(kinds), assessor, kinds),
            new Scenarios(new ScenarioStore(database.dataSource())),
            new NoteStore(database.dataSource()),
            new TileStore(database.dataSource()),
            work);
    server =
        new WebServer(
            new ServerSettings(ServerSettings.LOOPBACK, 0, basePath, Optional.empty()), api);
    server.start();
  }

  Database database() {
    return database.database();
  }

  /** What the server does when it hears of a commit. */
  void hearOfCommit(String city) {
    cities.forget(city);
  }

  /** The page's address, with a slash at its end. */
  String url() {
    String path = basePath.equals("/") ? "/" : basePath + "/";
    return "http://" + ServerSettings.LOOPBACK + ":" + server.port() + path;
  }

  /** An answer of the API, asked for without a browser. */
  JsonNode get(String pathAndQuery) {
    try {
      var response =
          client.send(
              HttpRequest.newBuilder(URI.create(url() + "api/" + pathAndQuery)).build(),
              BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(response.statusCode() + " " + response.body());
      }
      return new ObjectMapper().readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    work.jobs().close();
    database.close();
  }
}
