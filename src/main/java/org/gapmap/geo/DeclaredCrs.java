package org.gapmap.geo;

/**
 * A coordinate system as a file declares it.
 *
 * @param text WKT as in a .prj, or a hint like {@code gcj02} that a column's name gives
 * @param from where it stands, for the report: a file's or a column's name
 */
public record DeclaredCrs(Kind kind, String text, String from) {
  /** How binding the declaration is. */
  public enum Kind {
    /** Well-known text, as in a .prj: taken at its word. */
    WKT,
    /** What the format's specification says of files that declare nothing: often not obeyed. */
    FORMAT_RULE,
    /** A name in a column's heading ({@code lon_gcj02}): taken, with a warning that it was. */
    COLUMN_HINT
  }
}
