package org.gapmap.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gapmap.assess.coverage.PlanePolygon;
import org.gapmap.domain.CapacityNorm;
import org.gapmap.domain.Community;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.Facility;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.ScenarioEdit;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.TargetGroup;
import org.gapmap.geo.LocalPlane;
import org.gapmap.store.CitySnapshot;
import org.gapmap.store.LayerVersion;
import org.gapmap.store.Surroundings;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * One city at one data version, ready to be assessed: every community in its own local plane, in
 * the order of the communities' index. Immutable, and safe for any number of threads.
 *
 * <p>What holds for a standard's row is prepared once, at the first question. A city derived by
 * {@link #with} shares everything with its base but the facilities of the kinds that differ, and is
 * answered for by working out only what the changes can reach.
 */
public final class City {
  private final CitySnapshot snapshot;
  private final Set<String> kindsInSqm;
  private final Communities communities;
  private final Map<String, List<PlacedFacility>> byKind;
  private final Map<WhatCounts, ServiceIndex> services;
  private final Map<Set<String>, Completion> completions;
  private final Homes homes;
  private final AreaDirectory areas;
  private final @Nullable Derivation derivation;
  private final WalkSource walkSource;
  private final Map<ServiceIndex, WalkedDistances> walked = new ConcurrentHashMap<>();
  private final Ground.Kept grounds = new Ground.Kept();

  /** What a derived city differs by: the changed facilities by kind, of before and of after. */
  private record Derivation(
      City base, CityChanges changes, Map<String, List<PlacedFacility>> changed) {}

  /**
   * @param kindsInSqm ids of the kinds whose capacity is an area in m2
   */
  public City(CitySnapshot snapshot, Set<String> kindsInSqm) {
    this(snapshot, kindsInSqm, WalkSource.none());
  }

  /**
   * @param walks where its streets come from
   */
  City(CitySnapshot snapshot, Set<String> kindsInSqm, WalkSource walks) {
    this.walkSource = walks;
    this.snapshot = snapshot;
    this.kindsInSqm = Set.copyOf(kindsInSqm);
    this.communities = new Communities(snapshot.communities());
    this.byKind =
        snapshot.facilities().parallelStream()
            .map(facility -> PlacedFacility.of(facility, communities))
            .collect(Collectors.groupingBy(placed -> placed.facility.kind()));
    this.services = new ConcurrentHashMap<>();
    this.completions = new ConcurrentHashMap<>();
    this.areas = new AreaDirectory(snapshot.surroundings().areas(), communities);
    this.derivation = null;
    this.homes = new Homes(this, snapshot.surroundings());
  }

  /** The same city on other streets. */
  private City(City base, WalkSource walks) {
    snapshot = base.snapshot;
    walkSource = walks;
    kindsInSqm = base.kindsInSqm;
    communities = base.communities;
    byKind = base.byKind;
    services = base.services;
    completions = base.completions;
    homes = base.homes;
    areas = base.areas;
    derivation = null;
  }

  private City(City base, CityChanges changes) {
    snapshot = base.snapshot;
    services = new ConcurrentHashMap<>();
    walkSource = base.walkSource;
    kindsInSqm = base.kindsInSqm;
    communities = base.communities;
    completions = base.completions;
    homes = base.homes;
    areas = base.areas;
    byKind = new HashMap<>(base.byKind);
    Map<String, List<PlacedFacility>> changed = new LinkedHashMap<>();
    for (CityChanges.Replacement each : changes.replaced()) {
      changed.computeIfAbsent(each.was().kind(), kind -> new ArrayList<>());
    }
    for (Facility facility : changes.added()) {
      changed.computeIfAbsent(facility.kind(), kind -> new ArrayList<>());
    }
    changed.forEach((kind, list) -> byKind.put(kind, changedKind(kind, changes, list)));
    derivation = new Derivation(base, changes, changed);
  }

  /** The facilities of a kind after the changes, each of which is taken note of. */
  private List<PlacedFacility> changedKind(
      String kind, CityChanges changes, List<PlacedFacility> changed) {
    List<PlacedFacility> after = new ArrayList<>(byKind.getOrDefault(kind, List.of()));
    for (CityChanges.Replacement each : changes.replaced()) {
      if (each.was().kind().equals(kind)) {
        int at = placeOf(each.was(), after);
        changed.add(after.get(at));
        after.set(at, PlacedFacility.of(each.becomes(), communities));
        changed.add(after.get(at));
      }
    }
    for (Facility facility : changes.added()) {
      if (facility.kind().equals(kind)) {
        after.add(PlacedFacility.of(facility, communities));
        changed.add(after.get(after.size() - 1));
      }
    }
    return after;
  }

  @SuppressWarnings("ReferenceEquality") // Two facilities may be alike in all that is known.
  private static int placeOf(Facility facility, List<PlacedFacility> list) {
    for (int k = 0; k < list.size(); k++) {
      if (list.get(k).facility == facility) {
        return k;
      }
    }
    throw new IllegalArgumentException("the city has no facility " + facility.id());
  }

  /**
   * The city as it would be with some changes: the same data version, and nothing of it is stored.
   *
   * @throws IllegalArgumentException where a replaced facility is none of {@link #facilities}
   */
  public City with(CityChanges changes) {
    return new City(this, changes);
  }

  /**
   * The city as it would be with paths laid and streets closed, which are kept for who asks again.
   *
   * @param edits of streets only
   */
  Ground supposing(List<ScenarioEdit> edits) {
    return edits.isEmpty() ? new Ground(this, Map.of()) : grounds.of(this, edits);
  }

  /** The city with the same facilities on other streets for the same communities. */
  City on(CityWalks changed) {
    return derivation == null
        ? new City(this, WalkSource.of(Optional.of(changed)))
        : derivation.base().on(changed).with(derivation.changes());
  }

  /**
   * Whether a row is measured there as here: to the same facilities, on foot by the same streets.
   */
  boolean measuresAs(City other, ServiceRule rule) {
    return service(rule).equals(other.service(rule))
        && (rule.mode() != DistanceMode.WALKING || walkSource.equals(other.walkSource));
  }

  public String key() {
    return snapshot.key();
  }

  public String name() {
    return snapshot.name();
  }

  public boolean demonstration() {
    return snapshot.demonstration();
  }

  public int dataVersion() {
    return snapshot.dataVersion();
  }

  public List<LayerVersion> layers() {
    return snapshot.layers();
  }

  /** As listed, with the changes of a derived city in their places and additions at the end. */
  public List<Facility> facilities() {
    if (derivation == null) {
      return snapshot.facilities();
    }
    IdentityHashMap<Facility, Facility> replaced = new IdentityHashMap<>();
    derivation.changes().replaced().forEach(each -> replaced.put(each.was(), each.becomes()));
    return Stream.concat(
            derivation.base().facilities().stream()
                .map(facility -> replaced.getOrDefault(facility, facility)),
            derivation.changes().added().stream())
        .toList();
  }

  /** Areas, land use, buildings and population grids. */
  public Surroundings surroundings() {
    return snapshot.surroundings();
  }

  /** The districts and sub-districts, and which community lies in which. */
  public AreaDirectory areas() {
    return areas;
  }

  /**
   * The same facilities and lists judged for other shapes, such as pieces of land, which are no
   * communities of this city and take its key to no map.
   */
  City judging(List<Community> shapes) {
    return new City(
        new CitySnapshot(
            snapshot.key(),
            snapshot.name(),
            snapshot.demonstration(),
            snapshot.dataVersion(),
            snapshot.layers(),
            shapes,
            facilities(),
            Surroundings.NONE),
        kindsInSqm,
        walkSource.judgingOthersThan(communities));
  }

  /** The number of communities. */
  public int size() {
    return communities.size();
  }

  /** The communities' extent in degrees; null (JTS's empty one) where there are none. */
  public Envelope extent() {
    return communities.extent();
  }

  public Community community(int index) {
    return communities.get(index);
  }

  /** The community's plane: metres from the middle of its extent. */
  public LocalPlane plane(int index) {
    return communities.plane(index);
  }

  /** The community's boundary in {@link #plane}. */
  public PlanePolygon polygon(int index) {
    return communities.polygon(index);
  }

  /** Residents as counted by the file; empty where unknown. */
  public OptionalInt residents(int index) {
    return communities.get(index).population().residents();
  }

  public OptionalInt findIndex(long communityId) {
    return communities.findIndex(communityId);
  }

  /** The facilities of a row's kinds and which of them count, and where the lists are complete. */
  public ServiceIndex service(ServiceRule rule) {
    return service(WhatCounts.of(rule));
  }

  /** The same for any of these kinds, whatever their facilities' sizes. */
  public ServiceIndex service(List<String> kinds) {
    return service(WhatCounts.anyOf(kinds));
  }

  /** How far it is to those facilities, as the row measures it. */
  Distances distances(ServiceRule rule) {
    ServiceIndex service = service(rule);
    Optional<CityWalks> walks = rule.mode() == DistanceMode.WALKING ? walks() : Optional.empty();
    return walks.isEmpty() ? new StraightDistances(service) : walked(service, rule, walks.get());
  }

  private WalkedDistances walked(ServiceIndex service, ServiceRule rule, CityWalks walks) {
    if (derivation == null) {
      return walked.computeIfAbsent(service, s -> new WalkedDistances(walks, s, null));
    }
    WalkedDistances before = derivation.base().walked(derivation.base().service(rule), rule, walks);
    return before.service() == service
        ? before
        : walked.computeIfAbsent(service, s -> new WalkedDistances(walks, s, before));
  }

  /**
   * The streets, for walking; empty where none are known. Made at the first question, which takes
   * seconds for a large city.
   */
  public Optional<CityWalks> walks() {
    return walkSource.walks(communities);
  }

  /** How the row's distances are measured here. */
  public Measured measured(ServiceRule rule) {
    return Measured.of(rule, distances(rule));
  }

  /** What a radius comes to in that way. */
  public double limitMetres(ServiceRule rule, double radiusMetres) {
    return distances(rule).metres(rule.reach(), radiusMetres);
  }

  private ServiceIndex service(WhatCounts counts) {
    ServiceIndex known = services.get(counts);
    return known != null ? known : services.computeIfAbsent(counts, this::index);
  }

  private ServiceIndex index(WhatCounts counts) {
    List<String> kinds = counts.kinds().stream().distinct().toList();
    ServiceIndex.Derivation difference = null;
    if (derivation != null) {
      ServiceIndex before = derivation.base().service(counts);
      List<PlacedFacility> changed = listed(derivation.changed(), kinds);
      if (changed.isEmpty()) {
        return before;
      }
      difference = new ServiceIndex.Derivation(before, changed);
    }
    Completion completion =
        completions.computeIfAbsent(Set.copyOf(kinds), wanted -> Completion.of(this, wanted));
    return new ServiceIndex(
        communities, listed(byKind, kinds), counts, this::sizeOf, completion, difference);
  }

  private static List<PlacedFacility> listed(
      Map<String, List<PlacedFacility>> byKind, List<String> kinds) {
    if (kinds.size() == 1) {
      return byKind.getOrDefault(kinds.get(0), List.of());
    }
    return kinds.stream().flatMap(kind -> byKind.getOrDefault(kind, List.of()).stream()).toList();
  }

  private FacilitySize sizeOf(PlacedFacility placed, WhatCounts counts) {
    return counts.asksForSize()
        ? placed.size(kindsInSqm.contains(placed.facility.kind()), counts.asksForFloor())
        : FacilitySize.UNKNOWN;
  }

  /**
   * What a facility has to offer; NaN where unknown. A capacity in m2 stands for a lacking area.
   */
  double supplyOf(Facility facility, CapacityNorm.Measure measure) {
    boolean inSqm = kindsInSqm.contains(facility.kind());
    return switch (measure) {
      case CAPACITY ->
          facility.capacity().isPresent() ? facility.capacity().getAsInt() : Double.NaN;
      case FLOOR_SQM -> FacilitySize.of(facility, inSqm, true).floorSqm();
      case LAND_SQM -> FacilitySize.of(facility, inSqm, false).landSqm();
    };
  }

  /** How many people of a group live where, as far as files and a standard's assumptions tell. */
  public Demand demand(PopulationAssumptions assumptions, TargetGroup group) {
    return homes.demand(assumptions, group);
  }
}
