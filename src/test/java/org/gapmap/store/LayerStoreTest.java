package org.gapmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.GeometryFactory;

class LayerStoreTest {
  private final World world = new World();
  private TestDatabase database;
  private LayerStore layers;
  private CityStore cities;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    layers = new LayerStore(database.dataSource());
    cities = new CityStore(database.dataSource());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatIsCommittedIsReadBackAsItWas() {
    try (LayerImport layer = layers.begin(header(LayerType.COMMUNITIES))) {
      layer.addCommunity(
          new NewCommunity(
              3,
              "k1",
              "里仁\t新村\\",
              world.rectangle(0, 0, 100, 100),
              Population.of(
                  OptionalInt.of(40), OptionalInt.of(120), OptionalInt.empty(), OptionalInt.of(0)),
              OptionalInt.of(1984),
              Optional.empty(),
              Map.of("备注", "a\nb")));
      layer.commit("{\"read\": 1}");
    }

    CitySnapshot city = cities.findSnapshot("wuhan").orElseThrow();
    Community community = city.communities().get(0);

    assertThat(city.dataVersion()).isEqualTo(1);
    assertThat(community.name()).isEqualTo("里仁\t新村\\");
    assertThat(community.population().elderly()).isEmpty();
    assertThat(community.population().infants()).hasValue(0);
    assertThat(community.buildYear()).hasValue(1984);
    assertThat(community.provenance().row()).isEqualTo(3);
    assertThat(community.boundary().equalsExact(world.rectangle(0, 0, 100, 100), 0)).isTrue();
    assertThat(city.layers().get(0).report().path("read").asInt()).isEqualTo(1);
  }

  @Test
  void anImportThatIsNotCommittedLeavesNothing() {
    importCommunities(community("k1", "A", 0));

    try (LayerImport layer = layers.begin(header(LayerType.COMMUNITIES))) {
      layer.addCommunity(community("k2", "B", 500));
    }

    CitySnapshot city = cities.findSnapshot("wuhan").orElseThrow();
    assertThat(city.dataVersion()).isEqualTo(1);
    assertThat(city.communities()).extracting(Community::name).containsExactly("A");
    assertThat(cities.listCities()).hasSize(1);
  }

  @Test
  void theFirstImportOfACityLeavesNoCityBehindWhereItIsNotCommitted() {
    try (LayerImport layer = layers.begin(header(LayerType.COMMUNITIES))) {
      layer.addCommunity(community("k1", "A", 0));
    }

    assertThat(cities.listCities()).isEmpty();
  }

  @Test
  void aRowThatTheDatabaseRefusesLeavesItAsItWas() {
    importCommunities(community("k1", "A", 0));
    LayerImport layer = layers.begin(header(LayerType.COMMUNITIES));
    layer.addCommunity(community("k2", "B", 500));
    layer.addCommunity(community("k2", "same row twice is fine, a broken attribute is not", 900));

    assertThatThrownBy(() -> layer.commit("this is not JSON")).isInstanceOf(StoreException.class);
    layer.close();

    assertThat(cities.findSnapshot("wuhan").orElseThrow().communities())
        .extracting(Community::name)
        .containsExactly("A");
  }

  @Test
  void aNewVersionOfALayerTouchesNoOther() {
    importCommunities(community("k1", "A", 0));
    importFacilities("fitness", "F1", "F2");
    importFacilities("childcare", "C1");
    importFacilities("fitness", "F3");

    CitySnapshot city = cities.findSnapshot("wuhan").orElseThrow();

    assertThat(city.dataVersion()).isEqualTo(4);
    assertThat(city.facilities()).extracting(Facility::name).containsExactly("C1", "F3");
    assertThat(city.communities()).hasSize(1);
    assertThat(city.layers())
        .extracting(layer -> layer.key().kind() + " " + layer.number())
        .containsExactly(" 1", "childcare 1", "fitness 2");
  }

  @Test
  void oneFileOfSeveralKindsMakesOneLayerEach() {
    try (LayerImport layer = layers.begin(header(LayerType.FACILITIES))) {
      layer.addFacility("fitness", facility(1, "F"));
      layer.addFacility("childcare", facility(2, "C"));
      CommittedImport committed = layer.commit("{}");
      assertThat(committed.layers())
          .extracting(made -> made.key().kind())
          .containsExactly("childcare", "fitness");
    }
  }

  @Test
  void communitiesKeepTheirIdByKeyElseByNameAndPlace() {
    importCommunities(
        community("k1", "A", 0),
        community("k2", "B", 500),
        community("", "C", 1000),
        community("", "C", 2000));
    Map<String, Long> before = idsByPlace();

    CommittedImport again =
        importCommunities(
            community("", "C", 2010),
            community("", "C", 1010),
            community("k2", "B renamed", 510),
            community("k9", "new", 4000));
    Map<String, Long> after = idsByPlace();

    assertThat(after.get("510")).isEqualTo(before.get("500"));
    assertThat(after.get("1010")).isEqualTo(before.get("1000"));
    assertThat(after.get("2010")).isEqualTo(before.get("2000"));
    assertThat(before.values()).doesNotContain(after.get("4000"));
    assertThat(again.changes()).isEqualTo(new CommittedImport.Changes(1, 3, 1));
  }

  @Test
  void aKeyThatComesBackIsTheSameCommunityAndTwoKeysAreNever() {
    importCommunities(community("k1", "A", 0));
    Long first = Objects.requireNonNull(idsByPlace().get("0"));
    importCommunities(community("k2", "A", 0));
    assertThat(idsByPlace().get("0")).isNotEqualTo(first);
    importCommunities(community("k1", "A", 0));
    assertThat(idsByPlace().get("0")).isEqualTo(first);
  }

  @Test
  void theDemonstrationIsNotImportedInto() {
    try (LayerImport layer =
        layers.begin(
            new ImportHeader(
                "demo",
                "Demo",
                true,
                LayerType.COMMUNITIES,
                "s",
                "f",
                "c",
                Completeness.ASSUMED_WHOLE_CITY))) {
      layer.addCommunity(community("k1", "A", 0));
      layer.commit("{}");
    }

    assertThatThrownBy(
            () ->
                layers.begin(
                    new ImportHeader(
                        "demo",
                        "",
                        false,
                        LayerType.COMMUNITIES,
                        "s",
                        "f",
                        "c",
                        Completeness.ASSUMED_WHOLE_CITY)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("demonstration");
  }

  @Test
  @Timeout(15)
  void thousandsOfCommunitiesWithoutANameAreFoundAgainByPlace() {
    NewCommunity[] nameless = new NewCommunity[6_000];
    for (int i = 0; i < nameless.length; i++) {
      nameless[i] = nameless(i + 1, 500 * (i % 80), 500 * (i / 80));
    }
    importCommunities(nameless);

    CommittedImport again = importCommunities(nameless);

    assertThat(again.changes()).isEqualTo(new CommittedImport.Changes(0, nameless.length, 0));
  }

  /** A version that is not in the statistics yet must not be taken for one of a few rows. */
  @Test
  @Timeout(60)
  void communitiesWithAndWithoutAKeyAreFoundAgainQuicklyRightAfterTheyCame() throws SQLException {
    importCommunities(named(1, ""));
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE community, community_identity");
    }
    importCommunities(named(20_000, ""));
    for (String key : List.of("", "k", "")) {
      CommittedImport again = importCommunities(named(20_000, key));
      assertThat(again.changes()).isEqualTo(new CommittedImport.Changes(0, 20_000, 0));
    }
    assertThat(importCommunities(named(1, "")).changes())
        .isEqualTo(new CommittedImport.Changes(0, 1, 19_999));
    assertThat(importCommunities(named(20_000, "k")).changes())
        .isEqualTo(new CommittedImport.Changes(19_999, 1, 0));
  }

  private NewCommunity[] named(int many, String key) {
    NewCommunity[] named = new NewCommunity[many];
    for (int i = 0; i < many; i++) {
      double x = 500 * (i % 150);
      double y = 500 * (i / 150);
      named[i] =
          new NewCommunity(
              i + 1,
              key.isEmpty() ? "" : key + i,
              "N" + i,
              world.rectangle(x, y, x + 100, y + 100),
              Population.UNKNOWN,
              OptionalInt.empty(),
              Optional.empty(),
              Map.of());
    }
    return named;
  }

  private NewCommunity nameless(int number, double x, double y) {
    return new NewCommunity(
        number,
        "",
        "",
        world.rectangle(x, y, x + 100, y + 100),
        Population.UNKNOWN,
        OptionalInt.empty(),
        Optional.empty(),
        Map.of());
  }

  private Map<String, Long> idsByPlace() {
    Map<String, Long> ids = new HashMap<>();
    for (Community community : cities.findSnapshot("wuhan").orElseThrow().communities()) {
      for (int x : List.of(0, 500, 510, 1000, 1010, 2000, 2010, 4000)) {
        if (community.boundary().equalsExact(world.rectangle(x, 0, x + 100, 100), 1e-12)) {
          ids.put(Integer.toString(x), community.id());
        }
      }
    }
    return ids;
  }

  private CommittedImport importCommunities(NewCommunity... communities) {
    try (LayerImport layer = layers.begin(header(LayerType.COMMUNITIES))) {
      List.of(communities).forEach(layer::addCommunity);
      return layer.commit("{}");
    }
  }

  private void importFacilities(String kind, String... names) {
    try (LayerImport layer = layers.begin(header(LayerType.FACILITIES))) {
      for (int i = 0; i < names.length; i++) {
        layer.addFacility(kind, facility(i + 1, names[i]));
      }
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

  private NewFacility facility(int row, String name) {
    return new NewFacility(
        SourceRow.of(row),
        "",
        name,
        new GeometryFactory().createPoint(world.lonLat(10 * row, 0)),
        FacilityStatus.OPEN,
        FacilityAccess.UNKNOWN,
        Provision.UNKNOWN);
  }

  private static ImportHeader header(LayerType type) {
    return new ImportHeader(
        "wuhan", "", false, type, "bureau", "f.shp", "EPSG:4547", Completeness.ASSUMED_WHOLE_CITY);
  }
}
