package org.gapmap;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.CheckUp;
import org.gapmap.assess.Cities;
import org.gapmap.assess.Comparisons;
import org.gapmap.assess.Indicators;
import org.gapmap.assess.Scenarios;
import org.gapmap.assess.StandardComparison;
import org.gapmap.cli.ServeOptions;
import org.gapmap.export.Exports;
import org.gapmap.http.Api;
import org.gapmap.http.ExportFolder;
import org.gapmap.http.ImportFolder;
import org.gapmap.http.LongWork;
import org.gapmap.http.Preparation;
import org.gapmap.http.RasterMap;
import org.gapmap.http.ServerSettings;
import org.gapmap.http.UploadFolder;
import org.gapmap.http.WebServer;
import org.gapmap.imports.DemonstrationCity;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.ImportMemory;
import org.gapmap.imports.PersonalData;
import org.gapmap.imports.doctor.Doctor;
import org.gapmap.imports.source.ReadLimits;
import org.gapmap.jobs.Jobs;
import org.gapmap.standards.IndicatorCatalogue;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.store.AreaStore;
import org.gapmap.store.CityRecord;
import org.gapmap.store.CityStore;
import org.gapmap.store.CommitListener;
import org.gapmap.store.Database;
import org.gapmap.store.DatabaseHost;
import org.gapmap.store.HomeFolder;
import org.gapmap.store.JobStore;
import org.gapmap.store.LayerContents;
import org.gapmap.store.LayerHistory;
import org.gapmap.store.LayerStore;
import org.gapmap.store.MappingStore;
import org.gapmap.store.NoteStore;
import org.gapmap.store.RunStore;
import org.gapmap.store.ScenarioStore;
import org.gapmap.store.StreetStore;
import org.gapmap.store.TileStore;
import org.jspecify.annotations.Nullable;

/** The composition root: every long-lived object of the program, built here, closed in reverse. */
public final class App implements Closeable {
  private final Deque<Closeable> parts;
  private final Database database;
  private final Late<StandardsLibrary> standards;
  private final Jobs jobs;
  private final Cities cities;
  private final CheckUp checkUp;
  private final Late<Indicators> indicators;
  private final Comparisons comparisons;
  private final StandardComparison standardComparison;
  private final ImportLayer imports;
  private final Exports exports;
  private final Doctor doctor;
  private final LayerHistory layerHistory;
  private final DemonstrationCity demonstration;
  private final Function<ImportFolder, Api> api;
  private final Supplier<Optional<RasterMap>> raster;

  private App(
      Deque<Closeable> parts,
      HomeFolder home,
      Map<String, String> environment,
      Optional<Path> ownStandards)
      throws IOException {
    this.parts = parts;
    this.raster = () -> RasterMap.of(environment);
    // Read from files while the database is reached.
    CompletableFuture<KindCatalogue> reading = CompletableFuture.supplyAsync(KindCatalogue::load);
    CompletableFuture<Void> words = reading.thenRun(ImportLayer::readWords);
    DatabaseHost host = DatabaseHost.open(home, environment);
    parts.push(host);
    this.database = Database.open(host.address());
    parts.push(database::close);
    KindCatalogue kinds = reading.join();
    words.join();
    this.standards = new Late<>(() -> StandardsLibrary.load(kinds, ownStandards));
    DataSource source = database.dataSource();
    this.jobs = new Jobs(database.address(), new JobStore(source));
    parts.push(jobs::close);

    CityStore cityStore = new CityStore(source);
    this.cities = new Cities(cityStore, new StreetStore(source), kinds);
    Assessor assessor = new Assessor(kinds);
    this.checkUp = new CheckUp(assessor, new RunStore(source));
    this.indicators =
        new Late<>(() -> new Indicators(IndicatorCatalogue.load(kinds), assessor, kinds));
    if (ownStandards.isPresent()) {
      standards.get();
    }
    this.comparisons = new Comparisons(cities, kinds, assessor);
    this.standardComparison = new StandardComparison(assessor, kinds);
    this.exports =
        new Exports(
            new LayerContents(source),
            new RunStore(source),
            new AreaStore(source),
            PersonalData.load()::isPersonalName);
    MappingStore mappings = new MappingStore(source);
    this.imports =
        new ImportLayer(new LayerStore(source), new AreaStore(source), kinds)
            .remembering(new ImportMemory(mappings, kinds));
    this.doctor = new Doctor(imports, new AreaStore(source), mappings, kinds);
    this.layerHistory = new LayerHistory(source);
    this.demonstration = new DemonstrationCity(imports, cityStore);
    this.api =
        importFolder ->
            new Api(
                cities,
                standards.get(),
                kinds,
                assessor,
                checkUp,
                indicators.get(),
                new Scenarios(new ScenarioStore(source)),
                new NoteStore(source),
                new TileStore(source),
                new LongWork(
                    jobs,
                    imports,
                    doctor,
                    layerHistory,
                    exports,
                    new LongWork.Folders(
                        new UploadFolder(home.path().resolve("uploads")),
                        importFolder,
                        new ExportFolder(home.path().resolve("exports"))),
                    ReadLimits.of(environment)));
  }

  /**
   * @param ownStandards a folder of standards besides those that come with the program
   * @throws org.gapmap.domain.UserError where there is no database that will do, or no such folder
   */
  public static App open(
      HomeFolder home, Map<String, String> environment, Optional<Path> ownStandards)
      throws IOException {
    Deque<Closeable> parts = new ArrayDeque<>();
    try {
      return new App(parts, home, environment, ownStandards);
    } catch (IOException | RuntimeException failed) {
      close(parts);
      throw failed;
    }
  }

  /**
   * Serves until this is closed.
   *
   * @return the port that it listens on
   */
  public int listen(ServeOptions options) {
    ImportFolder importFolder = ImportFolder.of(options.importFolder());
    Api answers = api.apply(importFolder);
    Preparation preparation = new Preparation(answers::prepare);
    parts.push(preparation::close);
    CommitListener commits =
        new CommitListener(database.address(), new Refresh(cities, preparation));
    commits.start();
    parts.push(commits::close);
    jobs.start();
    WebServer server =
        new WebServer(
            new ServerSettings(
                options.bind(), options.port(), options.basePath(), options.token(), raster.get()),
            answers);
    server.start();
    parts.push(server::close);
    cities.list().stream()
        .sorted(Comparator.comparing(CityRecord::demonstration))
        .forEach(city -> preparation.now(city.key()));
    return server.port();
  }

  public StandardsLibrary standards() {
    return standards.get();
  }

  public Jobs jobs() {
    return jobs;
  }

  public Cities cities() {
    return cities;
  }

  public CheckUp checkUp() {
    return checkUp;
  }

  public Indicators indicators() {
    return indicators.get();
  }

  public Comparisons comparisons() {
    return comparisons;
  }

  public StandardComparison standardComparison() {
    return standardComparison;
  }

  public ImportLayer imports() {
    return imports;
  }

  public Exports exports() {
    return exports;
  }

  public Doctor doctor() {
    return doctor;
  }

  public LayerHistory layerHistory() {
    return layerHistory;
  }

  public DemonstrationCity demonstration() {
    return demonstration;
  }

  @Override
  public void close() throws IOException {
    close(parts);
  }

  private static void close(Deque<Closeable> parts) throws IOException {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }

  /** What most commands do without is made at its first use. */
  private static final class Late<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Late(Supplier<T> maker) {
      this.maker = maker;
    }

    synchronized T get() {
      if (made == null) {
        made = maker.get();
      }
      return made;
    }
  }

  /** A commit of whichever process makes the cities in memory stale. */
  private record Refresh(Cities cities, Preparation preparation) implements CommitListener.Hearer {
    @Override
    public void committed(String city) {
      cities.forget(city);
      preparation.afterCommit(city);
    }

    @Override
    public void reconnected() {
      cities.forgetAll();
    }
  }
}
