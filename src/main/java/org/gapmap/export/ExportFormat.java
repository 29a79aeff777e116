package org.gapmap.export;

import java.util.Arrays;
import java.util.Locale;
import org.gapmap.domain.UserError;

/** The formats that tables are exported in. */
public enum ExportFormat {
  GPKG("gpkg", "application/geopackage+sqlite3"),
  SHP("zip", "application/zip"),
  GEOJSON("geojson", "application/geo+json"),
  CSV("csv", "text/csv; charset=utf-8"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String extension;
  private final String contentType;

  ExportFormat(String extension, String contentType) {
    this.extension = extension;
    this.contentType = contentType;
  }

  /** As users name it: {@code gpkg}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What its files' names end in, without the dot. */
  public String extension() {
    return extension;
  }

  public String contentType() {
    return contentType;
  }

  /**
   * @param where what to name in errors
   * @throws UserError where no format has this id
   */
  public static ExportFormat get(String id, String where) {
    return Arrays.stream(values())
        .filter(format -> format.id().equalsIgnoreCase(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "no export format is called '" + id + "'",
                    where,
                    "use gpkg, shp, geojson, csv or xlsx"));
  }

  /** What a file of this name holds; of an unknown ending, bytes. */
  public static String contentTypeOf(String file) {
    return Arrays.stream(values())
        .filter(format -> file.endsWith("." + format.extension))
        .map(ExportFormat::contentType)
        .findFirst()
        .orElse("application/octet-stream");
  }

  /**
   * The format that a file's name ends in.
   *
   * @param where what to name in errors
   * @throws UserError where it ends in none
   */
  public static ExportFormat ofFile(String file, String where) {
    String name = file.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> name.endsWith("." + format.extension))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "the name of " + file + " says no format",
                    where,
                    "end it in .gpkg, .zip (a shapefile), .geojson, .csv or .xlsx, or give"
                        + " --format"));
  }
}
