package org.gapmap.assess.walking;

import java.util.Arrays;

/**
 * An office's streets made to meet, before they become a graph: drawings tell no junctions. Ends
 * are snapped within a tolerance to other ends, else onto other streets; streets that cross at the
 * same level get a point in common there. What crosses at different levels, a bridge over a road,
 * is left alone; only ends join other levels. Streets that are drawn twice count once. For one
 * thread.
 *
 * <p>Every snapped end moves by the tolerance at most, and the street that it is snapped onto stays
 * where it is.
 */
public final class OfficeStreets {
  /** As far as two ends are usually drawn apart that mean one place. */
  public static final double TOLERANCE_METRES = 2;

  /**
   * What was done.
   *
   * @param snappedEnds ends that were moved, by more than a millimetre
   * @param farthestMetres by how much at most
   * @param crossings places where streets cross, that neither had as a point
   * @param keptApart crossings left alone, since the streets run at different levels
   * @param duplicates streets that were drawn before
   * @param withoutLength streets that begin and end in one point, without another
   */
  public record Told(
      int snappedEnds,
      double farthestMetres,
      int crossings,
      int keptApart,
      int duplicates,
      int withoutLength) {}

  private final double toleranceMetres;
  private final LineTable lines = new LineTable();
  private int withoutLength;

  /**
   * @param toleranceMetres how far an end may be moved; 0 joins only what is drawn at one place
   */
  public OfficeStreets(double toleranceMetres) {
    if (!(toleranceMetres >= 0 && toleranceMetres <= 100)) {
      throw new IllegalArgumentException(
          "a tolerance of " + toleranceMetres + " m is not in [0, 100]");
    }
    this.toleranceMetres = toleranceMetres;
  }

  /** Adds an office's street. */
  public void add(int street, double[] lonLat, int level) {
    add(street, lonLat, level, false);
  }

  /**
   * Adds a street of OpenStreetMap, which knows its own junctions: others are snapped onto it and
   * cross it, but it is not moved, and gets no junctions with its like.
   */
  public void addFixed(int street, double[] lonLat, int level) {
    add(street, lonLat, level, true);
  }

  private void add(int street, double[] lonLat, int level, boolean fixed) {
    double[] clean = withoutRepeats(lonLat);
    if (clean.length < 4) {
      withoutLength++;
      return;
    }
    lines.add(street, clean, level, fixed);
  }

  private static double[] withoutRepeats(double[] lonLat) {
    double[] kept = new double[lonLat.length];
    int used = 0;
    for (int i = 0; i < lonLat.length; i += 2) {
      if (used == 0 || kept[used - 2] != lonLat[i] || kept[used - 1] != lonLat[i + 1]) {
        kept[used++] = lonLat[i];
        kept[used++] = lonLat[i + 1];
      }
    }
    return Arrays.copyOf(kept, used);
  }

  /** Hands the streets over, and says what was done to them. */
  public Told into(StreetTaker taker) {
    int duplicates = lines.dropDuplicates();
    EndSnapping ends = new EndSnapping(lines, toleranceMetres);
    ends.run();
    Crossings crossings = new Crossings(lines);
    crossings.run();
    lines.each(taker);
    return new Told(
        ends.moved(),
        ends.farthestMetres(),
        crossings.made(),
        crossings.keptApart(),
        duplicates,
        withoutLength);
  }
}
