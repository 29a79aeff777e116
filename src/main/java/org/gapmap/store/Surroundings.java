package org.gapmap.store;

import java.util.List;
import org.gapmap.domain.Area;
import org.gapmap.domain.Building;
import org.gapmap.domain.LandParcel;
import org.gapmap.domain.PopulationGrid;

/** What a city holds besides communities and facilities; every list may be empty. */
public record Surroundings(
    List<Area> areas,
    List<LandParcel> landUse,
    List<Building> buildings,
    List<PopulationGrid> populationGrids) {
  public static final Surroundings NONE =
      new Surroundings(List.of(), List.of(), List.of(), List.of());

  public Surroundings {
    areas = List.copyOf(areas);
    landUse = List.copyOf(landUse);
    buildings = List.copyOf(buildings);
    populationGrids = List.copyOf(populationGrids);
  }
}
