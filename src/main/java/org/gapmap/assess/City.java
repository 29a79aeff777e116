package org.gapmap.assess;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gapmap.assess.coverage.PlanePolygon;
import org.gapmap.domain.CapacityNorm;
import org.gapmap.domain.Community;
import org.gapmap.domain.Facility;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.TargetGroup;
import org.gapmap.geo.LocalPlane;
import org.gapmap.store.CitySnapshot;
import org.gapmap.store.LayerVersion;
import org.gapmap.store.Surroundings;
import org.locationtech.jts.geom.Envelope;

/**
 * One city at one data version, ready to be assessed: every community in its own local plane, in
 * the order of the communities' index. Immutable, and safe for any number of threads.
 *
 * <p>What holds for a set of kinds (a standard's row) is prepared once, at the first question.
 */
public final class City {
  private final CitySnapshot snapshot;
  private final PlacedCommunity[] communities;
  private final Map<Long, Integer> indexById = new HashMap<>();
  private final Set<String> kindsInSqm;
  private final Map<WhatCounts, ServiceIndex> services = new ConcurrentHashMap<>();
  private final Envelope extent = new Envelope();
  private final Homes homes;

  /**
   * @param kindsInSqm ids of the kinds whose capacity is an area in m2
   */
  public City(CitySnapshot snapshot, Set<String> kindsInSqm) {
    this.snapshot = snapshot;
    this.kindsInSqm = Set.copyOf(kindsInSqm);
    this.communities =
        snapshot.communities().parallelStream()
            .map(PlacedCommunity::of)
            .toArray(PlacedCommunity[]::new);
    for (int i = 0; i < communities.length; i++) {
      indexById.put(communities[i].community().id(), i);
      extent.expandToInclude(communities[i].community().boundary().getEnvelopeInternal());
    }
    homes = new Homes(this, snapshot.surroundings());
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

  public List<Facility> facilities() {
    return snapshot.facilities();
  }

  /** Areas, land use, buildings and population grids. */
  public Surroundings surroundings() {
    return snapshot.surroundings();
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
            snapshot.facilities(),
            Surroundings.NONE),
        kindsInSqm);
  }

  /** The number of communities. */
  public int size() {
    return communities.length;
  }

  /** The communities' extent in degrees; null (JTS's empty one) where there are none. */
  public Envelope extent() {
    return new Envelope(extent);
  }

  public Community community(int index) {
    return communities[index].community();
  }

  /** The community's plane: metres from the middle of its extent. */
  public LocalPlane plane(int index) {
    return communities[index].plane();
  }

  /** The community's boundary in {@link #plane}. */
  public PlanePolygon polygon(int index) {
    return communities[index].polygon();
  }

  /** Residents as counted by the file; empty where unknown. */
  public OptionalInt residents(int index) {
    return communities[index].community().population().residents();
  }

  public OptionalInt findIndex(long communityId) {
    Integer index = indexById.get(communityId);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** The facilities of a row's kinds and which of them count, and where the lists are complete. */
  public ServiceIndex service(ServiceRule rule) {
    return service(WhatCounts.of(rule));
  }

  /** The same for any of these kinds, whatever their facilities' sizes. */
  public ServiceIndex service(List<String> kinds) {
    return service(WhatCounts.anyOf(kinds));
  }

  private ServiceIndex service(WhatCounts counts) {
    return services.computeIfAbsent(counts, c -> new ServiceIndex(this, c));
  }

  FacilitySize sizeOf(Facility facility, WhatCounts counts) {
    return counts.asksForSize()
        ? FacilitySize.of(facility, kindsInSqm.contains(facility.kind()), counts.asksForFloor())
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

  private record PlacedCommunity(Community community, LocalPlane plane, PlanePolygon polygon) {
    static PlacedCommunity of(Community community) {
      LocalPlane plane = LocalPlane.atCentreOf(community.boundary().getEnvelopeInternal());
      return new PlacedCommunity(community, plane, PlanePolygon.of(community.boundary(), plane));
    }
  }
}
