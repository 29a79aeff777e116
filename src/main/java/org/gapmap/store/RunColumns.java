package org.gapmap.store;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a run says about one kind, by community index: a letter or a number each. Arrays are shared,
 * not copied; nobody changes one that is filled.
 */
public final class RunColumns {
  private static final String STATUS_LETTERS = "mpgu";

  private final char[] status;
  private final char[] peopleBasis;
  private final int[] nearestLayer;
  private final int[] nearestRow;
  private final Map<RunNumber, float[]> numbers = new EnumMap<>(RunNumber.class);

  /**
   * @param nearestLayer the nearest facility's layer version; 0 where there is none
   * @param nearestRow its row in that layer's file
   */
  RunColumns(char[] status, char[] peopleBasis, int[] nearestLayer, int[] nearestRow) {
    this.status = status;
    this.peopleBasis = peopleBasis;
    this.nearestLayer = nearestLayer;
    this.nearestRow = nearestRow;
  }

  /** Columns of so many communities, to be filled: nothing is known yet. */
  public static RunColumns unknown(int communities) {
    char[] status = new char[communities];
    java.util.Arrays.fill(status, 'u');
    return new RunColumns(status, status.clone(), new int[communities], new int[communities]);
  }

  /** The number of communities. */
  public int size() {
    return status.length;
  }

  /** NaN where unknown. */
  public double number(RunNumber number, int index) {
    float[] column = numbers.get(number);
    return column == null ? Double.NaN : column[index];
  }

  /** {@code met}, {@code partial}, {@code gap} or {@code unknown}. */
  public String status(int index) {
    return switch (status[index]) {
      case 'm' -> "met";
      case 'p' -> "partial";
      case 'g' -> "gap";
      default -> "unknown";
    };
  }

  /** How many communities have a status, given as its code. */
  public int count(String code) {
    int count = 0;
    for (int i = 0; i < status.length; i++) {
      count += status(i).equals(code) ? 1 : 0;
    }
    return count;
  }

  /** {@code counted}, {@code estimated} or {@code unknown}: what the target group's number is. */
  public String peopleBasis(int index) {
    return switch (peopleBasis[index]) {
      case 'c' -> "counted";
      case 'e' -> "estimated";
      default -> "unknown";
    };
  }

  public void setStatus(int index, char letter) {
    if (STATUS_LETTERS.indexOf(letter) < 0) {
      throw new IllegalArgumentException("no status has the letter '" + letter + "'");
    }
    status[index] = letter;
  }

  /**
   * @param letter {@code c} counted, {@code e} estimated, {@code u} unknown
   */
  public void setPeopleBasis(int index, char letter) {
    peopleBasis[index] = letter;
  }

  public void setNearest(int index, int layerVersion, int row) {
    nearestLayer[index] = layerVersion;
    nearestRow[index] = row;
  }

  /** The nearest facility's {@link RunStore#facilityKey}; 0 where there is none. */
  public long nearest(int index) {
    return RunStore.facilityKey(nearestLayer[index], nearestRow[index]);
  }

  /** One element per community; NaN is unknown. */
  public void set(RunNumber number, float[] column) {
    if (column.length != status.length) {
      throw new IllegalArgumentException(
          number + ": " + column.length + " elements for " + status.length + " communities");
    }
    numbers.put(number, column);
  }

  String statusLetters() {
    return new String(status);
  }

  String peopleBasisLetters() {
    return new String(peopleBasis);
  }

  int[] nearestLayers() {
    return nearestLayer;
  }

  int[] nearestRows() {
    return nearestRow;
  }

  Map<RunNumber, float[]> numbers() {
    return numbers;
  }
}
