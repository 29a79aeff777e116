package org.gapmap.geo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.NoSuchAuthorityCodeException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;

/**
 * GeoTools' EPSG database: 2 to 4 seconds to open, so only what {@link ChinaZones} does not know is
 * looked up in it.
 */
final class EpsgDatabase {
  private static final String FOLDER_PROPERTY = "EPSG-HSQL.directory";

  /** Held here because a level set on a logger that nobody refers to is forgotten. */
  private static final Logger GEOTOOLS = Logger.getLogger("org.geotools");

  private static final Logger HSQLDB = Logger.getLogger("hsqldb.db");

  private EpsgDatabase() {}

  /** Keeps GeoTools from writing to the console; to be called before its first use. */
  static void quiet() {
    GEOTOOLS.setLevel(Level.SEVERE);
    HSQLDB.setLevel(Level.OFF);
    System.setProperty("hsqldb.reconfig_logging", "false");
  }

  /**
   * A system by its code, x before y whatever the authority says.
   *
   * @throws NoSuchAuthorityCodeException where the database has no such code
   */
  static CoordinateReferenceSystem get(int code) throws FactoryException {
    quiet();
    useFolderOfOurOwn();
    return CRS.decode("EPSG:" + code, true);
  }

  /** One per user: in GeoTools' shared default the first user of a machine locks out the second. */
  private static void useFolderOfOurOwn() {
    if (System.getProperty(FOLDER_PROPERTY) != null) {
      return;
    }
    Path folder =
        Path.of(
            System.getProperty("java.io.tmpdir", "."),
            "gapmap-epsg-" + System.getProperty("user.name", "user"));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.setProperty(FOLDER_PROPERTY, folder.toString());
  }
}
