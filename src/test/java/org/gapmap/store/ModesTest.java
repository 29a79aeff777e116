package org.gapmap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.gapmap.assess.World;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Population;
import org.gapmap.domain.Provision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

class ModesTest {
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

  /** A place as a test thinks of it: at most one of a key. */
  private record Place(String key, String kind, String name, int x, int capacity) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anySequenceOfImportsAndRestoresIsWhatAModelMakesOfIt(long seed) {
    Random random = new Random(seed);
    LayerHistory history = new LayerHistory(database.dataSource());
    // By kind, every version's places by key: a version's number is its index and one.
    Map<String, List<Map<String, Place>>> versions = new TreeMap<>();
    Map<String, Map<String, Place>> now = new TreeMap<>();
    for (int step = 0; step < 14; step++) {
      if (random.nextInt(4) == 0 && !now.isEmpty()) {
        restoreAtRandom(random, history, versions, now);
        continue;
      }
      ImportMode mode = random.nextBoolean() ? ImportMode.UPSERT : ImportMode.REPLACE;
      Map<String, Place> file = file(random);
      Difference difference = run(mode, file.values());

      Map<String, Map<String, Place>> before = copy(now);
      apply(mode, file, now);
      Set<String> kinds = new HashSet<>();
      file.values().forEach(place -> kinds.add(place.kind()));
      int added = 0;
      int changed = 0;
      for (Place place : file.values()) {
        Place was = find(mode == ImportMode.UPSERT ? null : kinds, before, place.key());
        added += was == null ? 1 : 0;
        changed += was != null && !was.equals(place) ? 1 : 0;
      }
      int removed = 0;
      if (mode == ImportMode.REPLACE) {
        for (String kind : kinds) {
          for (String key : before.getOrDefault(kind, Map.of()).keySet()) {
            removed += file.containsKey(key) ? 0 : 1;
          }
        }
      }
      assertThat(List.of(difference.added(), difference.changed(), difference.removed()))
          .as("seed %d, step %d, %s of %s to %s", seed, step, mode, file, before)
          .containsExactly(added, changed, removed);
      now.forEach(
          (kind, places) -> {
            if (kinds.contains(kind) || !places.equals(before.get(kind))) {
              versions.computeIfAbsent(kind, k -> new ArrayList<>()).add(Map.copyOf(places));
            }
          });
      assertThat(stored()).as("seed %d, step %d", seed, step).isEqualTo(flat(now));
    }
  }

  private void restoreAtRandom(
      Random random,
      LayerHistory history,
      Map<String, List<Map<String, Place>>> versions,
      Map<String, Map<String, Place>> now) {
    List<LayerRecord> all = history.listLayers("wuhan");
    LayerRecord layer = all.get(random.nextInt(all.size()));
    int number = 1 + random.nextInt(layer.versions().size());
    if (number == layer.current()) {
      return;
    }
    history.restore(layer.id(), number, "");
    String kind = layer.key().kind();
    now.put(kind, new LinkedHashMap<>(Objects.requireNonNull(versions.get(kind)).get(number - 1)));
    assertThat(stored()).isEqualTo(flat(now));
  }

  private static void apply(
      ImportMode mode, Map<String, Place> file, Map<String, Map<String, Place>> now) {
    if (mode == ImportMode.REPLACE) {
      file.values().forEach(place -> now.put(place.kind(), new LinkedHashMap<>()));
    } else {
      file.keySet().forEach(key -> now.values().forEach(places -> places.remove(key)));
    }
    file.values()
        .forEach(
            place ->
                now.computeIfAbsent(place.kind(), k -> new LinkedHashMap<>())
                    .put(place.key(), place));
  }

  /** Keys are unique over all kinds in a version, but not over what restores bring together. */
  private static @Nullable Place find(
      @Nullable Set<String> kinds, Map<String, Map<String, Place>> before, String key) {
    for (Map.Entry<String, Map<String, Place>> kind : before.entrySet()) {
      if ((kinds == null || kinds.contains(kind.getKey())) && kind.getValue().containsKey(key)) {
        return kind.getValue().get(key);
      }
    }
    return null;
  }

  /** Each key has a kind of its own here, so that no restore brings two rows of a key together. */
  private static Map<String, Place> file(Random random) {
    Map<String, Place> file = new LinkedHashMap<>();
    int rows = 1 + random.nextInt(6);
    for (int i = 0; i < rows; i++) {
      int id = random.nextInt(8);
      String key = "k" + id;
      file.put(
          key,
          new Place(
              key, id % 2 == 0 ? "canteen" : "fitness", "P" + id, 100 * id, random.nextInt(3)));
    }
    return file;
  }

  @ParameterizedTest
  @EnumSource(
      value = LayerType.class,
      names = {"COMMUNITIES", "SITES", "BUILDINGS", "STREETS", "AREAS"})
  void everyTypeIsReplacedAppendedAndUpsertedByNameAndPlace(LayerType type) {
    add(type, ImportMode.REPLACE, "A 0 1", "B 500 1", "C 1000 1");

    Difference upsert = add(type, ImportMode.UPSERT, "B 500 2", "D 2000 1");
    assertThat(counts(upsert)).containsExactly(1, 1, 0, 2);
    assertThat(rows(type)).containsExactlyInAnyOrder("A", "B", "C", "D");

    Difference same = add(type, ImportMode.UPSERT, "A 0 1");
    assertThat(counts(same)).containsExactly(0, 0, 0, 4);

    Difference append = add(type, ImportMode.APPEND, "A 0 1");
    assertThat(counts(append)).containsExactly(1, 0, 0, 4);
    assertThat(rows(type)).containsExactlyInAnyOrder("A", "A", "B", "C", "D");

    Difference replace = add(type, ImportMode.REPLACE, "C 1000 1", "E 3000 1");
    assertThat(counts(replace)).containsExactly(1, 0, 4, 1);
    assertThat(rows(type)).containsExactlyInAnyOrder("C", "E");
  }

  @Test
  void aFacilityWhoseKindChangedMoves() {
    run(
        ImportMode.REPLACE,
        List.of(
            new Place("k1", "canteen", "A", 0, 1),
            new Place("k2", "canteen", "B", 500, 1),
            new Place("k3", "fitness", "C", 900, 1)));

    Difference difference = run(ImportMode.UPSERT, List.of(new Place("k1", "fitness", "A", 0, 1)));

    assertThat(counts(difference)).containsExactly(0, 1, 0, 2);
    assertThat(difference.examples().get(0).fields())
        .containsExactly(new Difference.Field("kind", "canteen", "fitness"));
    assertThat(stored()).containsExactlyInAnyOrder("canteen k2 1", "fitness k3 1", "fitness k1 1");
  }

  @Test
  void listsOfTwoKindsThatBothCountFromOneStayApart() {
    run(ImportMode.REPLACE, List.of(new Place("1", "canteen", "A", 0, 1)));

    run(ImportMode.UPSERT, List.of(new Place("1", "fitness", "B", 9000, 1)));

    assertThat(stored()).containsExactlyInAnyOrder("canteen 1 1", "fitness 1 1");
  }

  @Test
  void anAppendedRowWhoseKeyIsThereIsStoredWithoutIt() {
    run(ImportMode.REPLACE, List.of(new Place("k1", "canteen", "A", 0, 1)));

    Difference difference =
        run(ImportMode.APPEND, List.of(new Place("k1", "canteen", "Z", 700, 2)));

    assertThat(difference.repeatedKeys()).isEqualTo(1);
    assertThat(stored()).containsExactlyInAnyOrder("canteen k1 1", "canteen  2");
  }

  @Test
  void aKeptFacilityShowsTheFileThatItCameIn() {
    run(ImportMode.REPLACE, List.of(new Place("k1", "canteen", "A", 0, 1)), "first.csv");
    run(ImportMode.UPSERT, List.of(new Place("k2", "canteen", "B", 700, 1)), "second.csv");
    run(ImportMode.UPSERT, List.of(new Place("k3", "canteen", "C", 900, 1)), "third.csv");

    List<Facility> facilities = cities.findSnapshot("wuhan").orElseThrow().facilities();

    assertThat(facilities)
        .extracting(f -> f.name() + " " + f.provenance().file() + " " + f.provenance().row())
        .containsExactlyInAnyOrder("A first.csv 1", "B second.csv 1", "C third.csv 1");
    assertThat(facilities.stream().map(Facility::id)).doesNotHaveDuplicates();
  }

  private static List<Integer> counts(Difference difference) {
    return List.of(
        difference.added(), difference.changed(), difference.removed(), difference.unchanged());
  }

  private Difference run(ImportMode mode, Iterable<Place> places) {
    return run(mode, places, "f.csv");
  }

  private Difference run(ImportMode mode, Iterable<Place> places, String file) {
    try (LayerImport layer = begin(LayerType.FACILITIES, mode, file)) {
      int row = 0;
      for (Place place : places) {
        layer.addFacility(place.kind(), facility(++row, place));
      }
      return layer.commit("{}").difference();
    }
  }

  /** Rows like {@code A 500 2}: a name, a place in metres, a number that may change. */
  private Difference add(LayerType type, ImportMode mode, String... rows) {
    try (LayerImport layer = begin(type, mode, "f.shp")) {
      for (int i = 0; i < rows.length; i++) {
        String[] words = rows[i].split(" ");
        add(layer, type, i + 1, words[0], Integer.parseInt(words[1]), words[2]);
      }
      return layer.commit("{}").difference();
    }
  }

  private void add(LayerImport layer, LayerType type, int row, String name, int x, String value) {
    Map<String, String> attributes = Map.of("备注", value);
    switch (type) {
      case COMMUNITIES ->
          layer.addCommunity(
              new NewCommunity(
                  row,
                  "",
                  name,
                  world.rectangle(x, 0, x + 100, 100),
                  Population.UNKNOWN,
                  OptionalInt.empty(),
                  Optional.empty(),
                  attributes));
      case BUILDINGS ->
          layer.addBuilding(
              new NewBuilding(
                  new SourceRow(row, "", attributes),
                  name,
                  "",
                  point(x),
                  Population.UNKNOWN,
                  OptionalDouble.empty()));
      case SITES ->
          layer.addSite(facility(row, new Place("", "", name, x, Integer.parseInt(value))));
      default ->
          layer.addShape(
              new NewShape(
                  row,
                  name,
                  "",
                  type == LayerType.AREAS
                      ? world.rectangle(x, 0, x + 100, 100)
                      : world.rectangle(x, 0, x + 100, 100).getBoundary(),
                  attributes));
    }
  }

  private List<String> rows(LayerType type) {
    String table =
        switch (type) {
          case COMMUNITIES -> "community";
          case SITES -> "facility";
          case BUILDINGS -> "building";
          default -> "shape";
        };
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT r.name FROM "
                    + table
                    + " r JOIN current_layer l ON l.id = r.layer_version_id")) {
      List<String> names = new ArrayList<>();
      while (row.next()) {
        names.add(row.getString(1));
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Set<String> stored() {
    Set<String> stored = new HashSet<>();
    for (Facility f : cities.findSnapshot("wuhan").orElseThrow().facilities()) {
      stored.add(f.kind() + " " + f.provenance().key() + " " + f.capacity().orElseThrow());
    }
    return stored;
  }

  private static Set<String> flat(Map<String, Map<String, Place>> now) {
    Set<String> all = new HashSet<>();
    now.values()
        .forEach(
            places ->
                places
                    .values()
                    .forEach(p -> all.add(p.kind() + " " + p.key() + " " + p.capacity())));
    return all;
  }

  private static Map<String, Map<String, Place>> copy(Map<String, Map<String, Place>> now) {
    Map<String, Map<String, Place>> copy = new TreeMap<>();
    now.forEach((kind, places) -> copy.put(kind, new LinkedHashMap<>(places)));
    return copy;
  }

  private LayerImport begin(LayerType type, ImportMode mode, String file) {
    return layers.begin(
        new ImportHeader(
            "wuhan", "", false, type, "bureau", file, "EPSG:4547", Completeness.ASSUMED_WHOLE_CITY),
        mode);
  }

  private NewFacility facility(int row, Place place) {
    return new NewFacility(
        new SourceRow(row, place.key(), Map.of()),
        "",
        place.name(),
        point(place.x()),
        FacilityStatus.OPEN,
        FacilityAccess.UNKNOWN,
        new Provision(
            OptionalInt.of(place.capacity()), OptionalDouble.empty(), OptionalDouble.empty()));
  }

  private Point point(int x) {
    return new GeometryFactory().createPoint(world.lonLat(x, 0));
  }
}
