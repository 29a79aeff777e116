package org.gapmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.assess.World;
import org.gapmap.domain.Community;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Population;
import org.gapmap.domain.Provision;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

class LayerHistoryTest {
  private final World world = new World();
  private TestDatabase database;
  private LayerStore layers;
  private CityStore cities;
  private LayerHistory history;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    layers = new LayerStore(database.dataSource());
    cities = new CityStore(database.dataSource());
    history = new LayerHistory(database.dataSource());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aVersionTellsWhatItWasMadeOf() {
    try (LayerImport layer = begin(LayerType.FACILITIES, ImportMode.UPSERT)) {
      layer.addFacility("fitness", facility(2, "k", "里仁健身点", 0));
      layer.addRefused(
          new RefusedRow(
              3,
              "类型",
              "unknown_kind",
              "游泳\t馆",
              Map.of("类型", "游泳\\馆\n"),
              Optional.of(new GeometryFactory().createPoint())));
      layer.addRefused(new RefusedRow(4, "", "null_shape", "", Map.of("类型", ""), Optional.empty()));
      layer.commit("{\"read\": 3}", new Delivery("ab12", 77, "gis", "{\"crs\": \"gcj02\"}", 2));
    }

    LayerRecord layer = history.listLayers("wuhan").get(0);
    LayerHistory.Detail detail = history.getVersion(layer.id(), 1);
    List<RefusedRow> refused = new ArrayList<>();
    history.forEachRefused(layer.id(), 1, refused::add);

    assertThat(layer.key().kind()).isEqualTo("fitness");
    assertThat(layer.current()).isEqualTo(1);
    assertThat(detail.version().file())
        .isEqualTo(
            new LayerRecord.ImportedFile(
                "f.shp", 77, "ab12", "EPSG:4547", "gis", ImportMode.UPSERT, 2));
    assertThat(detail.report().path("read").asInt()).isEqualTo(3);
    assertThat(detail.spec().path("crs").asText()).isEqualTo("gcj02");
    assertThat(refused)
        .extracting(row -> row.row() + " " + row.code() + " " + row.detail() + row.columns())
        .containsExactly("3 unknown_kind 游泳\t馆{类型=游泳\\馆\n}", "4 null_shape {类型=}");
  }

  @Test
  void anEarlierVersionComesBackWithItsCommunitiesAndTheirIds() {
    importCommunities(community("k1", "A", 0), community("", "B", 500));
    List<Long> first = ids();
    importCommunities(community("k1", "A renamed", 40), community("", "C", 2000));
    int layer = history.listLayers("wuhan").get(0).id();

    LayerHistory.Changed changed = history.restore(layer, 1, "gis");

    assertThat(changed.dataVersion()).isEqualTo(3);
    assertThat(ids()).isEqualTo(first);
    assertThat(names()).containsExactlyInAnyOrder("A", "B");
    assertThat(history.getLayer(layer).current()).isEqualTo(1);
    // Without a key it is known by the name that it has again.
    importCommunities(community("", "A", 0), community("", "B", 500));
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(first);
    assertThat(history.getLayer(layer).versions())
        .extracting(LayerRecord.Version::number)
        .containsExactly(3, 2, 1);
    assertThatThrownBy(() -> history.restore(layer, 3, ""))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("current one already");
    assertThat(cities.listVersions("wuhan")).hasSize(4);
  }

  @Test
  void theNextImportIsComparedToWhatWasRestored() {
    importCommunities(community("k1", "A", 0), community("k2", "B", 500));
    importCommunities(community("k1", "A", 0));
    int layer = history.listLayers("wuhan").get(0).id();
    history.restore(layer, 1, "");

    try (LayerImport again = begin(LayerType.COMMUNITIES, ImportMode.REPLACE)) {
      again.addCommunity(community("k1", "A", 0));
      Difference difference = again.difference();
      assertThat(difference.removed()).isEqualTo(1);
      assertThat(difference.unchanged()).isEqualTo(1);
      assertThat(difference.examples())
          .containsExactly(
              new Difference.Example(Difference.Change.REMOVED, 2, "k2", "B", List.of()));
    }
  }

  @Test
  void communitiesThatWereGoneForAWhileKeepTheirIds() {
    importFacility("F");
    importCommunities(community("k1", "A", 0), community("", "B", 500));
    List<Long> first = ids();
    // The key is left out once, and one of them is.
    importCommunities(community("", "A", 0));
    importCommunities(community("k1", "A renamed", 3000), community("", "B", 510));
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(first);

    int layer = layerOf(LayerType.COMMUNITIES);
    history.remove(layer, "");
    importCommunities(community("", "A renamed", 3010), community("", "B", 520));

    assertThat(ids()).containsExactlyInAnyOrderElementsOf(first);
  }

  @Test
  void identitiesThatAnOlderProgramWroteDownForEverybodyAreKeptUpToDate() throws SQLException {
    importCommunities(community("k1", "A", 0), community("", "B", 500));
    List<Long> first = ids();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO community_identity SELECT c.id, l.city_id, l.source, c.source_key, c.name,"
              + " ST_PointOnSurface(c.boundary) FROM community c"
              + " JOIN layer_version v ON v.id = c.layer_version_id"
              + " JOIN layer l ON l.id = v.layer_id");
    }

    importCommunities(community("k1", "A renamed", 2000), community("", "B", 510));
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(first);
    importCommunities(community("", "A renamed", 2010), community("", "B", 520));
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(first);
  }

  @Test
  void aLayerLeavesTheCityAndComesBack() {
    importCommunities(community("k1", "A", 0));
    importFacility("F");
    int layer = layerOf(LayerType.FACILITIES);

    history.remove(layer, "gis");

    assertThat(cities.findSnapshot("wuhan").orElseThrow().facilities()).isEmpty();
    assertThat(history.getLayer(layer).current()).isZero();
    history.restore(layer, 1, "gis");
    assertThat(cities.findSnapshot("wuhan").orElseThrow().facilities())
        .extracting(Facility::name)
        .containsExactly("F");
    history.remove(layer, "gis");
    assertThatThrownBy(() -> history.remove(layerOf(LayerType.COMMUNITIES), ""))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("only layer");
  }

  @Test
  void theLastTenVersionsKeepTheirRowsAndSoDoesWhatARunIsOf() throws SQLException {
    for (int i = 1; i <= 4; i++) {
      importFacility("F" + i);
    }
    // A run of the city's second data version needs the layer's second one.
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO run (city_id, data_version, standard_id, standard)"
              + " SELECT id, 2, 's', '{}' FROM city");
    }
    for (int i = 5; i <= 14; i++) {
      importFacility("F" + i);
    }

    LayerRecord layer = history.listLayers("wuhan").get(0);

    assertThat(layer.versions().stream().filter(v -> !v.restorable()).map(v -> v.number()))
        .containsExactly(14, 4, 3, 1);
    assertThat(cities.findSnapshot("wuhan", 1)).isEmpty();
    assertThat(cities.findSnapshot("wuhan", 2).orElseThrow().facilities()).hasSize(1);
    assertThat(cities.listVersions("wuhan")).hasSize(11);
    assertThatThrownBy(() -> history.restore(layer.id(), 3, ""))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no longer kept");
    history.restore(layer.id(), 5, "");
    assertThat(cities.findSnapshot("wuhan").orElseThrow().facilities().get(0).name())
        .isEqualTo("F5");
  }

  private int layerOf(LayerType type) {
    return history.listLayers("wuhan").stream()
        .filter(layer -> layer.key().type() == type)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private List<Long> ids() {
    return cities.findSnapshot("wuhan").orElseThrow().communities().stream()
        .map(Community::id)
        .toList();
  }

  private List<String> names() {
    return cities.findSnapshot("wuhan").orElseThrow().communities().stream()
        .map(Community::name)
        .toList();
  }

  private LayerImport begin(LayerType type, ImportMode mode) {
    return layers.begin(
        new ImportHeader(
            "wuhan",
            "",
            false,
            type,
            "bureau",
            "f.shp",
            "EPSG:4547",
            Completeness.ASSUMED_WHOLE_CITY),
        mode);
  }

  private void importCommunities(NewCommunity... communities) {
    row = 0;
    try (LayerImport layer = begin(LayerType.COMMUNITIES, ImportMode.REPLACE)) {
      List.of(communities).forEach(layer::addCommunity);
      layer.commit("{}");
    }
  }

  private void importFacility(String name) {
    try (LayerImport layer = begin(LayerType.FACILITIES, ImportMode.REPLACE)) {
      layer.addFacility("fitness", facility(1, "", name, 0));
      layer.commit("{}");
    }
  }

  private int row;

  private NewCommunity community(String key, String name, double x) {
    return new NewCommunity(
        ++row,
        key,
        name,
        world.rectangle(x, 0, x + 100, 100),
        Population.UNKNOWN,
        OptionalInt.empty(),
        Optional.empty(),
        Map.of());
  }

  private NewFacility facility(int number, String key, String name, double x) {
    return new NewFacility(
        new SourceRow(number, key, Map.of()),
        "",
        name,
        new GeometryFactory().createPoint(world.lonLat(x, 0)),
        FacilityStatus.OPEN,
        FacilityAccess.UNKNOWN,
        Provision.UNKNOWN);
  }
}
