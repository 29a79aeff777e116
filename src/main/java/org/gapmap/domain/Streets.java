package org.gapmap.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The streets of a city's data version, packed: a line of several parts is several streets of one
 * row. Built once, never changed; many threads may read it.
 */
public final class Streets {
  /** A city without streets. */
  public static final Streets NONE = new Builder().build();

  private static final byte OFFICE = 1;
  private static final byte BRIDGE = 2;
  private static final byte TUNNEL = 4;

  private final int size;
  private final int[] starts;
  private final double[] lonLat;
  private final String[] names;
  private final String[] categories;
  private final StreetRule[] rules;
  private final byte[] levels;
  private final byte[] marks;
  private final int[] layerVersions;
  private final int[] rows;

  private Streets(Builder from) {
    this.size = from.size;
    this.starts = Arrays.copyOf(from.starts, size + 1);
    this.lonLat = Arrays.copyOf(from.lonLat, starts[size]);
    this.names = Arrays.copyOf(from.names, size);
    this.categories = Arrays.copyOf(from.categories, size);
    this.rules = Arrays.copyOf(from.rules, size);
    this.levels = Arrays.copyOf(from.levels, size);
    this.marks = Arrays.copyOf(from.marks, size);
    this.layerVersions = Arrays.copyOf(from.layerVersions, size);
    this.rows = Arrays.copyOf(from.rows, size);
  }

  public int size() {
    return size;
  }

  /** May be empty. */
  public String name(int street) {
    return names[street];
  }

  /** The class as its file calls it: {@code footway}, {@code 支路}; may be empty. */
  public String category(int street) {
    return categories[street];
  }

  public StreetRule rule(int street) {
    return rules[street];
  }

  public Passage passage(int street) {
    return rule(street).passage();
  }

  /**
   * The level that it runs at, 0 on the ground. Lines of an office that cross at different levels
   * do not meet there; their ends do. Lines of OpenStreetMap meet where they share a vertex,
   * whatever the level: those that must not, share none.
   */
  public int level(int street) {
    return levels[street];
  }

  /** An office's own line, to be snapped and noded; else OpenStreetMap's, whose vertices tell. */
  public boolean isOffice(int street) {
    return (marks[street] & OFFICE) != 0;
  }

  public boolean isBridge(int street) {
    return (marks[street] & BRIDGE) != 0;
  }

  public boolean isTunnel(int street) {
    return (marks[street] & TUNNEL) != 0;
  }

  public int layerVersion(int street) {
    return layerVersions[street];
  }

  /** The row in the layer version; parts of one line share it. */
  public int row(int street) {
    return rows[street];
  }

  /** Degrees, lon and lat one after another; a new array. */
  public double[] line(int street) {
    return Arrays.copyOfRange(lonLat, starts[street], starts[street + 1]);
  }

  public int vertices(int street) {
    return (starts[street + 1] - starts[street]) / 2;
  }

  public double lon(int street, int vertex) {
    return lonLat[starts[street] + 2 * vertex];
  }

  public double lat(int street, int vertex) {
    return lonLat[starts[street] + 2 * vertex + 1];
  }

  /**
   * The same and one more, which gets the last number; it is of no layer.
   *
   * @param line degrees, lon and lat one after another
   */
  public Streets and(Row street, double[] line) {
    Builder more = new Builder(this);
    more.add(0, 0, street, line, line.length);
    return more.build();
  }

  /**
   * What is known of a row besides its line.
   *
   * @param level 0 on the ground
   * @param office whether its ends must be snapped and its crossings noded
   */
  public record Row(
      String name,
      String category,
      StreetRule rule,
      int level,
      boolean bridge,
      boolean tunnel,
      boolean office) {}

  /** Gathers streets. For one thread. */
  public static final class Builder {
    private int size;
    private int[] starts = new int[1025];
    private double[] lonLat = new double[8192];
    private String[] names = new String[1024];
    private String[] categories = new String[1024];
    private StreetRule[] rules = new StreetRule[1024];
    private byte[] levels = new byte[1024];
    private byte[] marks = new byte[1024];
    private int[] layerVersions = new int[1024];
    private int[] rows = new int[1024];
    private final Map<String, String> words = new HashMap<>();

    public Builder() {}

    private Builder(Streets from) {
      size = from.size;
      starts = Arrays.copyOf(from.starts, size + 2);
      lonLat = from.lonLat.clone();
      names = Arrays.copyOf(from.names, size + 1);
      categories = Arrays.copyOf(from.categories, size + 1);
      rules = Arrays.copyOf(from.rules, size + 1);
      levels = Arrays.copyOf(from.levels, size + 1);
      marks = Arrays.copyOf(from.marks, size + 1);
      layerVersions = Arrays.copyOf(from.layerVersions, size + 1);
      rows = Arrays.copyOf(from.rows, size + 1);
    }

    /**
     * @param line degrees, lon and lat one after another; copied
     * @param length how many numbers of it count
     */
    @SuppressWarnings("EnumOrdinal") // kept in memory alone, a byte for each street
    public void add(int layerVersion, int row, Row street, double[] line, int length) {
      if (length < 4 || length % 2 != 0) {
        throw new IllegalArgumentException("a line of " + length + " numbers");
      }
      grow(length);
      System.arraycopy(line, 0, lonLat, starts[size], length);
      names[size] = word(street.name());
      categories[size] = word(street.category());
      rules[size] = street.rule();
      levels[size] = (byte) Math.max(-100, Math.min(100, street.level()));
      marks[size] =
          (byte)
              ((street.office() ? OFFICE : 0)
                  | (street.bridge() ? BRIDGE : 0)
                  | (street.tunnel() ? TUNNEL : 0));
      layerVersions[size] = layerVersion;
      rows[size] = row;
      starts[size + 1] = starts[size] + length;
      size++;
    }

    private void grow(int length) {
      int used = starts[size];
      if (used + length > lonLat.length) {
        lonLat = Arrays.copyOf(lonLat, Math.max(used + length, 2 * lonLat.length));
      }
      if (size == rows.length) {
        int more = 2 * size;
        starts = Arrays.copyOf(starts, more + 1);
        names = Arrays.copyOf(names, more);
        categories = Arrays.copyOf(categories, more);
        rules = Arrays.copyOf(rules, more);
        levels = Arrays.copyOf(levels, more);
        marks = Arrays.copyOf(marks, more);
        layerVersions = Arrays.copyOf(layerVersions, more);
        rows = Arrays.copyOf(rows, more);
      }
    }

    /** One object for each text. */
    private String word(String text) {
      return words.computeIfAbsent(text, t -> t);
    }

    public Streets build() {
      return new Streets(this);
    }
  }
}
