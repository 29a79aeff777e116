package org.gapmap.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How GapMap names the columns of what it exports, so that it knows them again when such a file
 * comes back: a value under its role's name, what is GapMap's alone under {@value #PREFIX}, and a
 * file's own column under its own name unless that is taken.
 */
public final class OwnColumns {
  /** Begins the names of columns that are GapMap's: they are told, and not taken in again. */
  public static final String PREFIX = "gapmap_";

  /** The row in the file that the layer was imported from. Where it is, GapMap wrote the file. */
  public static final String ROW = PREFIX + "row";

  /** A community's lasting number. */
  public static final String ID = PREFIX + "id";

  /** The class that a piece of land was taken for; its own word is in {@link #LAND_USE}. */
  public static final String LAND_CLASS = PREFIX + "use";

  /** What a file said of a piece of land's use. */
  public static final String LAND_USE = "land_use";

  /** The column of shapes in a table that has no other place for them. */
  public static final String SHAPE = "wkt";

  /** The columns of a point's place in a table that has no other place for it. */
  public static final List<String> DEGREES = List.of("lon", "lat");

  /** As {@link #DEGREES}, in metres. */
  public static final List<String> METRES = List.of("x", "y");

  private static final String OF_FILE = "__file";
  private static final Set<String> RESERVED =
      Set.of("fid", "geom", "geometry", "ogc_fid", SHAPE, "lon", "lat", "x", "y", "id");
  private static final Pattern ENDED = Pattern.compile("(?i).*__file");

  private OwnColumns() {}

  /** Whether GapMap wrote a file with these columns. */
  public static boolean wroteAll(List<String> columns) {
    return columns.stream().anyMatch(column -> column.equalsIgnoreCase(ROW));
  }

  /** Whether a column of a file that GapMap wrote was no column of the file it was made of. */
  public static boolean isOwn(String column) {
    String folded = column.toLowerCase(Locale.ROOT);
    return folded.startsWith(PREFIX)
        || folded.equals(SHAPE)
        || DEGREES.contains(folded)
        || METRES.contains(folded);
  }

  /**
   * What a file's own column is called in an export.
   *
   * @param taken the names of the columns with a meaning, in lower case
   */
  public static String written(String column, Set<String> taken) {
    String folded = column.toLowerCase(Locale.ROOT);
    boolean free =
        !taken.contains(folded)
            && !RESERVED.contains(folded)
            && !folded.startsWith(PREFIX)
            && !ENDED.matcher(column).matches();
    return free ? column : column + OF_FILE;
  }

  /** What a file's own column was called before {@link #written}. */
  public static String original(String column) {
    return ENDED.matcher(column).matches()
        ? column.substring(0, column.length() - OF_FILE.length())
        : column;
  }
}
