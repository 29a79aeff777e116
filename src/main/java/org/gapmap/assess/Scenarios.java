package org.gapmap.assess;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityRef;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ScenarioEdit;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.store.ScenarioRecord;
import org.gapmap.store.ScenarioStore;

/** Kept scenarios, and the cities that they suppose. Safe for threads. */
public final class Scenarios {
  private static final int LONGEST_NAME = 200;

  private final ScenarioStore store;

  private static final int KEPT = 4;

  /**
   * The last cities supposed: a page asks several things of one scenario in a row, or of two that
   * it lays side by side. Soft, since each holds a whole city, which may be of a version gone by.
   */
  private final Deque<SoftReference<Supposed>> latest = new ArrayDeque<>();

  public Scenarios(ScenarioStore store) {
    this.store = store;
  }

  private record Supposed(
      City base, ServiceStandard standard, List<ScenarioEdit> edits, WhatIf whatIf) {}

  /** The city and standard as the edits suppose them. */
  public WhatIf suppose(City base, ServiceStandard standard, List<ScenarioEdit> edits) {
    synchronized (latest) {
      for (SoftReference<Supposed> kept : latest) {
        Supposed known = kept.get();
        if (known != null
            && known.base() == base
            && known.standard().equals(standard)
            && known.edits().equals(edits)) {
          latest.remove(kept);
          latest.addFirst(kept);
          return known.whatIf();
        }
      }
    }
    WhatIf whatIf = WhatIf.of(base, standard, edits);
    synchronized (latest) {
      latest.addFirst(
          new SoftReference<>(new Supposed(base, standard, List.copyOf(edits), whatIf)));
      if (latest.size() > KEPT) {
        latest.removeLast();
      }
    }
    return whatIf;
  }

  /** Why edits find no facility or street in the city, by their numbers, in order. */
  public static Map<Integer, LocalizedText> losses(City city, List<ScenarioEdit> edits) {
    return WhatIf.losses(city, edits);
  }

  public Optional<ScenarioRecord> find(long id) {
    return store.find(id);
  }

  /** A city's scenarios, the latest changed first. */
  public List<ScenarioRecord> list(City city) {
    return store.list(city.key());
  }

  /**
   * @return the new scenario's id
   */
  public long add(City city, String name, List<ScenarioEdit> edits) {
    return store.add(city.key(), checked(name), edits);
  }

  /** False where there is no such scenario. */
  public boolean update(long id, String name, List<ScenarioEdit> edits) {
    return store.update(id, checked(name), edits);
  }

  public boolean delete(long id) {
    return store.delete(id);
  }

  /**
   * How a facility of a city, named by its id, is named so that it is found again.
   *
   * @throws UserError where the city has no such facility
   */
  public static FacilityRef refById(City city, String id) {
    return city.facilities().stream()
        .filter(facility -> facility.id().equals(id))
        .findFirst()
        .map(WhatIf::refTo)
        .orElseThrow(
            () ->
                new UserError(
                    "city '" + city.key() + "' has no facility '" + id + "'",
                    "facility",
                    "take an id of /api/facilities at the current data version"));
  }

  /** The facility of a city that is meant, where it still has it. */
  public static Optional<Facility> findByRef(City city, FacilityRef ref) {
    return WhatIf.find(city, ref);
  }

  private static String checked(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
      throw new UserError(
          "a scenario's name has 1 to " + LONGEST_NAME + " characters", "name", "give another one");
    }
    return name.strip();
  }
}
