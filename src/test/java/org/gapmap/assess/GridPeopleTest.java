package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.gapmap.assess.Demand.Basis;
import org.gapmap.assess.Demand.Guess;
import org.gapmap.assess.Demand.Spread;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.PopulationGrid;
import org.gapmap.domain.Provenance;
import org.gapmap.domain.TargetGroup;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Rasters of people, summed over communities. */
class GridPeopleTest {
  private static final Provenance FILE = new Provenance(60, "test", "people.tif", 1);

  @Test
  void halfOfEachCellIsHalfOfItsPeople() {
    // The community takes the right half of one, the left of the other.
    World world = new World(114.3, 30.6);
    Envelope extent = extent(world);
    double cell = extent.getWidth();
    PopulationGrid grid =
        grid("EPSG:4490", extent.getMinX() - cell / 2, extent.getMaxY(), cell, 100, 300);

    Demand demand = demand(world, grid);

    assertThat(demand.people(0))
        .isCloseTo(200 * extent.getHeight() / extent.getWidth(), within(0.1));
    assertThat(demand.basis(0)).isEqualTo(Basis.GRID);
    assertThat(demand.spread(0)).isEqualTo(Spread.BY_GRID);
    assertThat(demand.guesses(0)).containsExactly(Guess.RASTER);
    assertThat(demand.spots(0).amount()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void aRasterInMetresSaysTheSameAsItsCellsCutByHand() {
    World world = new World(114.3, 30.6);
    // CGCS2000 / 3-degree zone 114: metres east of the meridian, plus 500 km.
    PopulationGrid grid =
        new PopulationGrid("EPSG:4547", 528_600, 3_387_000, 70, 70, 10, cells(100), FILE);

    Demand demand = demand(world, grid);

    double byHand = 0;
    Geometry square = inZone(world.city().community(0).boundary());
    for (int cell = 0; cell < 100; cell++) {
      double west = 528_600 + 70 * (cell % 10);
      double north = 3_387_000 - 70 * (cell / 10);
      Geometry shape =
          square.getFactory().toGeometry(new Envelope(west, west + 70, north - 70, north));
      byHand += grid.people()[cell] * shape.intersection(square).getArea() / 4900;
    }
    assertThat(byHand).isPositive();
    assertThat(demand.people(0)).isCloseTo(byHand, within(1e-6 * byHand));
  }

  @Test
  void aRasterThatKnowsLessThanHalfSaysNothing() {
    World world = new World(114.3, 30.6);
    Envelope extent = extent(world);
    double cell = extent.getWidth() / 2;

    Demand unknown =
        demand(
            world, grid("EPSG:4490", extent.getMinX() - 1.2 * cell, extent.getMaxY(), cell, 5, 7));

    assertThat(unknown.people(0)).isNaN();
  }

  @Test
  void aRasterThatEndsWithinTheCommunityDoesNotTakeTheRestForEmpty() {
    Envelope extent = extent(new World(114.3, 30.6));
    double cell = extent.getWidth() / 2;

    Demand unknown =
        demand(
            new World(114.3, 30.6),
            grid("EPSG:4490", extent.getMinX() - 0.3 * cell, extent.getMaxY(), cell, 5, 7));

    assertThat(unknown.people(0)).isNaN();
  }

  @Test
  void aSmallFineRasterInALargeCommunityTakesNoMemoryForWhatItDoesNotReach() {
    Envelope extent = extent(new World(114.3, 30.6));

    Demand unknown =
        demand(
            new World(114.3, 30.6),
            grid("EPSG:4490", extent.centre().x, extent.centre().y, 1e-9, 5, 7));

    assertThat(unknown.people(0)).isNaN();
  }

  @Test
  void theCommunitysOwnNumberGoesBeforeTheRaster() {
    World world = new World(114.3, 30.6).community("counted", 77, 0, 0, 100, 100);
    Envelope extent = extent(new World(114.3, 30.6));
    world.grid(grid("EPSG:4490", extent.getMinX(), extent.getMaxY(), extent.getWidth(), 100, 300));

    Demand demand = world.city().demand(PopulationAssumptions.NONE, TargetGroup.ALL);

    assertThat(demand.people(0)).isEqualTo(77);
  }

  private static Demand demand(World world, PopulationGrid grid) {
    return world
        .community("square", -1, 0, 0, 100, 100)
        .grid(grid)
        .city()
        .demand(PopulationAssumptions.NONE, TargetGroup.ALL);
  }

  private static Envelope extent(World world) {
    return world.rectangle(0, 0, 100, 100).getEnvelopeInternal();
  }

  /** Two columns of three rows, the same in each row. */
  private static PopulationGrid grid(
      String crs, double west, double north, double cell, float first, float second) {
    float[] people = {first, second, first, second, first, second};
    return new PopulationGrid(crs, west, north, cell, cell, 2, people, FILE);
  }

  private static float[] cells(int count) {
    float[] people = new float[count];
    Arrays.fill(people, 3);
    for (int i = 0; i < count; i++) {
      people[i] += i % 7;
    }
    return people;
  }

  /** Into the zone by the way that imports come out of it, turned round by search. */
  private static Geometry inZone(Geometry lonLat) {
    org.gapmap.geo.IntoSystem zone = org.gapmap.geo.IntoSystem.of("EPSG:4547", "test");
    Geometry metres = lonLat.copy();
    metres.apply(
        (CoordinateFilter)
            at -> {
              Coordinate found = search(zone, at);
              at.x = found.x;
              at.y = found.y;
            });
    metres.geometryChanged();
    return metres;
  }

  private static Coordinate search(org.gapmap.geo.IntoSystem zone, Coordinate wanted) {
    double x = 528_000;
    double y = 3_387_000;
    for (int step = 0; step < 30; step++) {
      double[] at = {x, y};
      zone.toLonLat(at, 1);
      x += (wanted.x - at[0]) * 95_800;
      y += (wanted.y - at[1]) * 110_800;
    }
    return new Coordinate(x, y);
  }
}
