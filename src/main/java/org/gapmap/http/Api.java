package org.gapmap.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.CheckUp;
import org.gapmap.assess.Cities;
import org.gapmap.assess.City;
import org.gapmap.assess.Comparisons;
import org.gapmap.assess.DistanceChoice;
import org.gapmap.assess.Indicators;
import org.gapmap.assess.Scenarios;
import org.gapmap.assess.StandardComparison;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.store.NoteStore;
import org.gapmap.store.TileStore;

/** Every request that the server answers, in one list; {@code docs/api.md} describes them. */
public final class Api {
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final Consumer<String> preparing;

  public Api(
      Cities cities,
      StandardsLibrary standards,
      KindCatalogue kinds,
      Assessor assessor,
      CheckUp checkUp,
      Indicators indicators,
      Scenarios scenarios,
      NoteStore notes,
      TileStore tiles,
      LongWork work) {
    Doubts doubts = new Doubts(kinds);
    QuerySources sources = new QuerySources(cities, standards, scenarios);
    CityApi city = new CityApi(cities, kinds, sources);
    IndexApi index = new IndexApi(sources);
    FacilityNamesApi names = new FacilityNamesApi(sources, index::initials);
    StandardApi standard = new StandardApi(standards, kinds);
    Assessors assessors = new Assessors(sources, kinds, assessor);
    CoverageApi coverage = new CoverageApi(sources, doubts, assessors);
    FacilityApi facility = new FacilityApi(sources, kinds, assessors);
    RankingApi ranking = new RankingApi(sources, assessors);
    CapacityApi capacity = new CapacityApi(sources, assessor);
    SheetApi sheet = new SheetApi(sources, kinds, doubts, assessor);
    WhyApi why = new WhyApi(sources, kinds, assessor, checkUp);
    IndicatorApi indicator = new IndicatorApi(sources, indicators);
    CompareApi compare = new CompareApi(cities, sources, new Comparisons(cities, kinds, assessor));
    ScenarioApi scenario = new ScenarioApi(cities, kinds, scenarios);
    DifferenceApi difference = new DifferenceApi(cities, standards, kinds, assessor, scenarios);
    DraftApi draft = new DraftApi(sources, kinds, assessor);
    CompareStandardsApi compared =
        new CompareStandardsApi(cities, standards, new StandardComparison(assessor, kinds));
    RunApi run = new RunApi(cities, standards, checkUp, work.jobs());
    WalkingApi walking = new WalkingApi(sources);
    PaperOnlyApi paper = new PaperOnlyApi(sources, assessors);
    NewGateApi newGate = new NewGateApi(sources, assessors);
    Tiles drawn = new Tiles(cities, tiles);
    TileApi tile = new TileApi(drawn);
    this.preparing =
        key -> {
          City read = cities.get(key);
          index.prepare(read);
          ServiceStandard first = standards.all().get(0);
          first.rules().stream()
              .filter(rule -> rule.radiusMetres().isPresent())
              .forEach(rule -> assessor.assess(read, first, rule));
          drawn.prepare(key, read.dataVersion());
          if (read.walks().isPresent()) {
            assessor.assessAll(read, DistanceChoice.in(first, DistanceMode.WALKING));
          }
        };
    get("/api/health", "whether the server and its PostGIS are well", city::health);
    get("/api/cities", "the cities, their layers and what to know about them", city::cities);
    get("/api/index", "a city's communities, by index, and its areas", index::index);
    get("/api/facilities", "a city's facilities, of one kind or all", city::facilities);
    get("/api/facilities/{id}", "one facility: whom it serves, and its load", facility::sheet);
    get("/api/facility-names", "what facilities are found by", names::names);
    get("/api/kinds", "the catalogue of kinds", standard::kinds);
    get("/api/standards", "the standards with their sources", standard::standards);
    get(
        "/api/standards/problems",
        "the planner's standards that cannot be used as they are",
        standard::problems);
    get(
        "/api/summary",
        "per kind, how many communities are met, short and unknown",
        coverage::summary);
    get("/api/coverage", "shares and statuses by community index", coverage::coverage);
    get("/api/ranking", "what communities are ranked by, by index", ranking::ranking);
    get("/api/capacity", "who finds room, and what is missing", capacity::capacity);
    get("/api/gaps", "the worst shortfalls", coverage::gaps);
    get("/api/try", "what one more facility would serve", coverage::tryOne);
    get("/api/communities/{id}", "one community, kind by kind", sheet::sheet);
    get("/api/communities/{id}/why", "one verdict and all that it rests on", why::why);
    get("/api/indicators", "the city check-up's indicators by area", indicator::table);
    get("/api/walking", "the network that walks are measured on", walking::report);
    get("/api/walking/gates", "ways into compounds, and how they are known", walking::gates);
    get("/api/walking/unreachable", "who cannot be judged on foot, and why", walking::unreachable);
    get("/api/walking/disagreements", "what passes on paper and fails on foot", paper::list);
    get("/api/walking/disagreements.csv", "the same as CSV", paper::csv);
    get("/api/communities/{id}/new-gates", "where one more gate saves most", newGate::gates);
    get("/api/versions", "a city's data versions", compare::versions);
    get("/api/compare", "what changed between two data versions, and why", compare::compare);
    get(
        "/api/compare-standards",
        "which communities another standard judges otherwise, and why",
        compared::compare);
    get("/api/scenarios", "a city's scenarios", scenario::list);
    get("/api/scenarios/{id}", "one scenario", scenario::one);
    get("/api/scenarios/{id}/difference", "what a scenario changes", difference::difference);
    endpoints.add(Endpoint.post("/api/scenarios", "keeps a scenario", scenario::add));
    endpoints.add(Endpoint.put("/api/scenarios/{id}", "changes a kept scenario", scenario::update));
    endpoints.add(
        Endpoint.delete("/api/scenarios/{id}", "deletes a kept scenario", scenario::delete));
    endpoints.add(
        Endpoint.ask("/api/whatif", "what edits would change; not kept", difference::whatIf));
    endpoints.add(
        Endpoint.ask(
            "/api/whatif/coverage",
            "what edits buy, by community index; not kept",
            draft::coverage));
    get("/api/runs/{run}", "a stored assessment as CSV: {run}.csv", run::csv);
    endpoints.add(Endpoint.post("/api/runs", "stores an assessment", run::add));
    addNotes(new NoteApi(cities, kinds, notes));
    addLongWork(cities, work);
    get("/tiles/{city}/{version}/{layer}/{z}/{x}/{y}", "a vector tile: {y}.mvt", tile::tile);
  }

  private void addNotes(NoteApi note) {
    get("/api/notes", "what whoever was on site says is wrong", note::list);
    get("/api/notes.csv", "the same as CSV", note::csv);
    get("/api/notes.geojson", "the same as GeoJSON", note::geoJson);
    post("/api/notes", "keeps a note from the site", note::add);
    endpoints.add(Endpoint.put("/api/notes/{id}", "changes or settles a note", note::update));
    endpoints.add(Endpoint.delete("/api/notes/{id}", "deletes a note", note::delete));
  }

  private void addLongWork(Cities cities, LongWork work) {
    UploadApi upload = new UploadApi(work.folders(), work.limits());
    ImportApi imports = new ImportApi(cities, work);
    JobApi job = new JobApi(work.jobs());
    ExportApi export = new ExportApi(work);
    post("/api/uploads", "an empty folder for files to import", upload::begin);
    endpoints.add(
        Endpoint.put("/api/uploads/{upload}/{name}", "one file of an upload", upload::put));
    get("/api/import-folder", "files that lie on the server to be imported", upload::importFolder);
    post("/api/imports/layers", "the layers in a file", imports::layers);
    post("/api/imports/preview", "looks at a file, and stores nothing", imports::preview);
    post("/api/imports", "imports a file as a layer", imports::importLayer);
    post("/api/exports", "writes a layer or an assessment to a file", export::add);
    LayerApi layer = new LayerApi(cities, work.layers(), work.jobs());
    get("/api/layers", "a city's layers and their versions", layer::list);
    get("/api/layers/{layer}/versions/{version}", "one import of a layer", layer::version);
    get(
        "/api/layers/{layer}/versions/{version}/refused.csv",
        "the rows that an import refused",
        layer::refusedCsv);
    get(
        "/api/layers/{layer}/versions/{version}/refused.gpkg",
        "the same as a GeoPackage",
        layer::refusedGeoPackage);
    post("/api/layers/{layer}/restore", "makes an earlier version current", layer::restore);
    get("/api/jobs/{job}/refused.csv", "the rows refused", layer::refusedCsvOfJob);
    get("/api/jobs/{job}/refused.gpkg", "the same of an import", layer::refusedGeoPackageOfJob);
    get("/api/jobs", "long work, the latest first", job::list);
    get("/api/jobs/{job}", "one piece of long work", job::one);
    get("/api/jobs/{job}/events", "how far it is, as it goes on", job::events);
    get("/api/jobs/{job}/file", "what an export made", job::file);
    endpoints.add(Endpoint.delete("/api/jobs/{job}", "stops long work", job::cancel));
  }

  /**
   * Works out what the first page of a city asks for: its index, its verdicts under the first
   * standard, its tiles' layers.
   *
   * @throws org.gapmap.domain.UserError where there is no such city
   */
  public void prepare(String city) {
    preparing.accept(city);
  }

  List<Endpoint> endpoints(ServerSettings settings) {
    List<Endpoint> all = new ArrayList<>(endpoints);
    all.add(
        Endpoint.get(
            "/api/settings",
            "what the administrator set for the page",
            new SettingsApi(settings)::settings));
    return List.copyOf(all);
  }

  private void post(String path, String summary, io.javalin.http.Handler handler) {
    endpoints.add(Endpoint.post(path, summary, handler));
  }

  private void get(String path, String summary, io.javalin.http.Handler handler) {
    endpoints.add(Endpoint.get(path, summary, handler));
  }
}
