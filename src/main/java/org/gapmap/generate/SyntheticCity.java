package org.gapmap.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The synthetic city of Yuling (榆岭), for the demonstration and for benchmarks. The same seed and
 * number of communities give the same bytes on every machine.
 *
 * <p>Up to about 450 communities make one town. More make several of about 300 on a lattice, drawn
 * from a few street plans turned every which way, each with people and services of its own: memory
 * does not grow with the number of towns.
 */
public final class SyntheticCity {
  public static final int FEWEST_COMMUNITIES = 60;
  public static final int MOST_COMMUNITIES = 400_000;

  private static final int TOWN_COMMUNITIES = 300;
  private static final int STREET_PLANS = 12;

  /** Between the middles of two towns of 300 communities. */
  private static final double TOWN_SPACING_METRES = 6_400;

  /** EPSG:4547: 113.5° E, 31.6° N, in hills where no such city is. */
  private static final double EAST = 452_000;

  private static final double NORTH = 3_497_500;

  private SyntheticCity() {}

  /**
   * Writes the city's layers as shapefiles and the manifest that names them. Files of the same
   * names are overwritten.
   *
   * @param communities {@link #FEWEST_COMMUNITIES} to {@link #MOST_COMMUNITIES}
   * @param withBuildings whether the houses of each compound are written, a dozen or so
   */
  public static void write(long seed, int communities, Path folder, boolean withBuildings)
      throws IOException {
    if (communities < FEWEST_COMMUNITIES || communities > MOST_COMMUNITIES) {
      throw new IllegalArgumentException(
          communities
              + " communities, not between "
              + FEWEST_COMMUNITIES
              + " and "
              + MOST_COMMUNITIES);
    }
    Files.createDirectories(folder);
    int towns = Math.max(1, (int) Math.round(communities / (double) TOWN_COMMUNITIES));
    int largest = (communities + towns - 1) / towns;
    int largestOnes = communities - towns * (largest - 1);
    List<TownPlan> plans = new ArrayList<>();
    try (TownFiles files = new TownFiles(folder, withBuildings)) {
      for (int town = 0; town < towns; town++) {
        if (town < STREET_PLANS) {
          plans.add(TownPlan.of(seed + town, largest));
        }
        Dice dice = new Dice(seed).fork("town " + town);
        Town settled = Town.settled(plans.get(town % plans.size()), dice);
        MapPosition position = position(town, towns, plans.get(0).frame().scale(), dice);
        files.add(
            settled,
            town < largestOnes ? largest : largest - 1,
            position,
            town == 0 ? "" : "第" + (town + 1) + "镇");
        if (towns == 1) {
          NextQuarter.write(settled, position, folder);
        }
      }
    }
    Manifest.write(folder, withBuildings);
  }

  private static MapPosition position(int town, int towns, double scale, Dice dice) {
    int columns = (int) Math.ceil(Math.sqrt(towns));
    int column = town % columns - columns / 2;
    int row = town / columns - columns / 2;
    double spacing = Math.ceil(TOWN_SPACING_METRES * scale);
    double turn = dice.fork("turn").between(-1, 1);
    return new MapPosition(
        EAST + spacing * column,
        NORTH - spacing * row,
        towns == 1 ? 0.18 * turn : StrictMath.PI * turn);
  }
}
