package org.gapmap.assess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gapmap.domain.UserError;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.CityRecord;
import org.gapmap.store.CitySnapshot;
import org.gapmap.store.CityStore;
import org.gapmap.store.DataVersion;
import org.gapmap.store.StreetStore;

/** The cities in memory: each read when first asked for, and again after a commit. */
public final class Cities {
  private static final int OLDER_KEPT = 2;

  private record OlderCity(String key, int dataVersion) {}

  private final CityStore store;
  private final StreetStore streets;
  private final Set<String> kindsInSqm;
  private final Map<String, City> loaded = new ConcurrentHashMap<>();

  /** By when each was asked for; never stale, since a data version never changes. */
  private final Map<OlderCity, City> olderOnes =
      new LinkedHashMap<>(2 * OLDER_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<OlderCity, City> eldest) {
          return size() > OLDER_KEPT;
        }
      };

  public Cities(CityStore store, StreetStore streets, KindCatalogue kinds) {
    this.store = store;
    this.streets = streets;
    this.kindsInSqm = kinds.countedInSqm();
  }

  /** The city with this key as it is now. */
  public City get(String key) {
    City city = loaded.get(key);
    return city != null ? city : load(key);
  }

  /**
   * The city as it was at a data version, which may be the current one. Of older ones the {@value
   * #OLDER_KEPT} asked for last stay in memory.
   *
   * @throws UserError where the city is not there, or never had this version
   */
  public City get(String key, int dataVersion) {
    City current = get(key);
    if (current.dataVersion() == dataVersion) {
      return current;
    }
    OlderCity older = new OlderCity(key, dataVersion);
    synchronized (olderOnes) {
      City kept = olderOnes.get(older);
      if (kept != null) {
        return kept;
      }
    }
    City city =
        store
            .findSnapshot(key, dataVersion)
            .map(this::city)
            .orElseThrow(
                () ->
                    new UserError(
                        "city '" + key + "' has no data version " + dataVersion,
                        "version",
                        "its current one is " + current.dataVersion()));
    synchronized (olderOnes) {
      olderOnes.put(older, city);
    }
    return city;
  }

  /** The city's data versions, the latest first. */
  public List<DataVersion> versions(String key) {
    return store.listVersions(get(key).key());
  }

  /**
   * The city that is meant where none is named: the only one besides the demonstration, or the
   * demonstration where it is alone.
   */
  public City getOrOnly(Optional<String> key) {
    return get(key.orElseGet(this::onlyCity));
  }

  public List<CityRecord> list() {
    return store.listCities();
  }

  /** PostGIS's version; asking it shows that the database answers. */
  public String postgisVersion() {
    return store.getPostgisVersion();
  }

  /** Forgets a city that was committed to: the next question reads it anew. */
  public void forget(String key) {
    loaded.remove(key);
  }

  /** Forgets all, after a time in which commits may have gone unheard. */
  public void forgetAll() {
    loaded.clear();
  }

  private City load(String key) {
    return loaded.computeIfAbsent(
        key,
        k ->
            store
                .findSnapshot(k)
                .map(this::city)
                .orElseThrow(
                    () ->
                        new UserError(
                            "there is no city '" + k + "'", "city", "choose one of " + keys())));
  }

  /** Its streets are read when somebody walks. */
  private City city(CitySnapshot snapshot) {
    return new City(
        snapshot,
        kindsInSqm,
        WalkSource.of(
            () ->
                new WalkSource.Ways(
                    streets.readStreets(snapshot.layers()), streets.readGates(snapshot.layers()))));
  }

  private String onlyCity() {
    List<CityRecord> cities = list();
    List<CityRecord> own = cities.stream().filter(c -> !c.demonstration()).toList();
    if (own.size() == 1) {
      return own.get(0).key();
    }
    if (own.isEmpty() && cities.size() == 1) {
      return cities.get(0).key();
    }
    if (cities.isEmpty()) {
      throw new UserError(
          "there is no city yet",
          "city",
          "import communities first: gapmap import communities FILE --city NAME");
    }
    throw new UserError("there are several cities", "city", "choose one of " + keys());
  }

  private String keys() {
    return String.join(", ", list().stream().map(CityRecord::key).toList());
  }
}
