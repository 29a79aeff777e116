package org.gapmap.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.gapmap.domain.Building;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.PopulationGrid;
import org.gapmap.domain.TargetGroup;
import org.gapmap.store.Surroundings;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Where a city's people can be found: which building stands in which community, and what population
 * rasters say. Worked out when first asked for. Safe for threads.
 */
final class Homes {
  private final City city;
  private final List<Building> buildings;
  private final List<PopulationGrid> grids;
  private final Map<Asked, Demand> demands = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<@Nullable Spots> gridPeople;
  private volatile @Nullable List<List<Building>> byCommunity;
  private @Nullable GridPeople rasters;

  private record Asked(PopulationAssumptions assumptions, TargetGroup group) {}

  Homes(City city, Surroundings surroundings) {
    this.city = city;
    this.buildings = surroundings.buildings();
    this.grids = surroundings.populationGrids();
    this.gridPeople = new AtomicReferenceArray<>(city.size());
  }

  Demand demand(PopulationAssumptions assumptions, TargetGroup group) {
    Demand everyone = group == TargetGroup.ALL ? null : demand(assumptions, TargetGroup.ALL);
    return demands.computeIfAbsent(
        new Asked(assumptions, group),
        asked -> new Demand(city, this, assumptions, group, everyone));
  }

  /** The buildings whose point a community holds; of communities that overlap, the first one. */
  List<Building> in(int community) {
    List<List<Building>> known = byCommunity;
    if (known == null) {
      synchronized (this) {
        known = byCommunity;
        if (known == null) {
          known = assign();
          byCommunity = known;
        }
      }
    }
    return known.isEmpty() ? List.of() : known.get(community);
  }

  /** The people whom a raster puts into a community; none where no raster knows it. */
  Spots gridPeople(int community) {
    if (grids.isEmpty()) {
      return Spots.NONE;
    }
    Spots known = gridPeople.get(community);
    if (known == null) {
      known = rasters().in(city.community(community).boundary());
      gridPeople.set(community, known);
    }
    return known;
  }

  /** Made late: a raster's coordinate system may take seconds to look up. */
  private synchronized GridPeople rasters() {
    GridPeople known = rasters;
    if (known == null) {
      known = new GridPeople(grids);
      rasters = known;
    }
    return known;
  }

  private List<List<Building>> assign() {
    if (buildings.isEmpty() || city.size() == 0) {
      return List.of();
    }
    HPRtree tree = new HPRtree();
    List<List<Building>> homes = new ArrayList<>(city.size());
    for (int i = 0; i < city.size(); i++) {
      tree.insert(city.community(i).boundary().getEnvelopeInternal(), i);
      homes.add(new ArrayList<>(0));
    }
    tree.build();
    double[] xy = new double[2];
    for (Building building : buildings) {
      Coordinate place = new Coordinate(building.lon(), building.lat());
      int first = Integer.MAX_VALUE;
      for (Object found : tree.query(new Envelope(place))) {
        int i = (Integer) found;
        if (i < first) {
          city.plane(i).project(place.x, place.y, xy, 0);
          first = city.polygon(i).distanceTo(xy[0], xy[1]) == 0 ? i : first;
        }
      }
      if (first != Integer.MAX_VALUE) {
        homes.get(first).add(building);
      }
    }
    return homes;
  }
}
