package org.gapmap.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.CheckUp;
import org.gapmap.assess.Cities;
import org.gapmap.assess.Indicators;
import org.gapmap.assess.Scenarios;
import org.gapmap.http.Api;
import org.gapmap.http.ServerSettings;
import org.gapmap.http.TestWork;
import org.gapmap.http.WebServer;
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

/**
 * A radius slider moved over a whole city: one kind, each time another radius that nobody has asked
 * for before, through HTTP and gzip as a browser asks, until the last byte is there.
 */
final class SliderBench {
  private static final int RADII = 200;
  private static final int WARM_UP = 200;
  private static final int FIRST_METRES = 150;
  private static final int STEP_METRES = 5;

  private final KindCatalogue kinds;
  private final StandardsLibrary standards;
  private final BenchTable table;
  private final HttpClient client = HttpClient.newHttpClient();

  SliderBench(KindCatalogue kinds, StandardsLibrary standards, BenchTable table) {
    this.kinds = kinds;
    this.standards = standards;
    this.table = table;
  }

  void run(int communities) {
    String kind = BenchStandard.firstKinds(standards, 1).rules().get(0).kind();
    try (TestDatabase database = TestDatabase.fresh()) {
      StoredGridCity.store(
          new LayerStore(database.dataSource()),
          "bench",
          GridCity.of(communities, 1),
          List.of(kind));
      try (WebServer server = new WebServer(ServerSettings.local(0), api(database))) {
        server.start();
        for (String format : List.of("json", "binary")) {
          String question =
              "http://127.0.0.1:%d/api/coverage?city=bench&standard=%s&kind=%s&format=%s&radius="
                  .formatted(server.port(), BenchStandard.ID, kind, format);
          double offset = format.equals("json") ? 0 : 1;
          ask(question, offset + 0.5, WARM_UP);
          double[] seconds = new double[1];
          Measured peak = Measured.fastest(1, () -> seconds[0] = ask(question, offset, RADII));
          table.add(
              "slider, %,d communities, 95 in 100 within, %s".formatted(communities, format),
              new Measured(seconds[0], peak.peakMegabytes()));
        }
      }
    }
  }

  /** Asks for so many radii, and returns the seconds that 95 of 100 answers took at most. */
  private double ask(String question, double offset, int times) {
    double[] seconds = new double[times];
    for (int k = 0; k < times; k++) {
      double radius = FIRST_METRES + STEP_METRES * k + offset;
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(question + radius))
              .header("Accept-Encoding", "gzip")
              .build();
      long start = System.nanoTime();
      HttpResponse<byte[]> answer = send(request);
      seconds[k] = (System.nanoTime() - start) / 1e9;
      if (answer.statusCode() != 200
          || !answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
        throw new IllegalStateException(request.uri() + ": " + answer.statusCode());
      }
    }
    Arrays.sort(seconds);
    return seconds[(int) Math.ceil(0.95 * times) - 1];
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Api api(TestDatabase database) {
    Assessor assessor = new Assessor(kinds);
    return new Api(
        new Cities(
            new CityStore(database.dataSource()), new StreetStore(database.dataSource()), kinds),
        standards,
        kinds,
        assessor,
        new CheckUp(assessor, new RunStore(database.dataSource())),
        new Indicators(IndicatorCatalogue.load(kinds), assessor, kinds),
        new Scenarios(new ScenarioStore(database.dataSource())),
        new NoteStore(database.dataSource()),
        new TileStore(database.dataSource()),
        TestWork.of(database));
  }
}
