package org.gapmap.imports.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gapmap.domain.UserError;

/** Picks one shapefile among those that a folder or an archive holds. */
final class LayerNames {
  private static final int LISTED = 20;

  private LayerNames() {}

  /**
   * @param shapefiles their .shp as paths inside the folder or archive, {@code /} between folders
   * @throws UserError where there is none, or several and none or no single one is named
   */
  static String pick(List<String> shapefiles, Optional<String> layer, Path container) {
    String where = container.getFileName() == null ? container.toString() : fileName(container);
    if (shapefiles.isEmpty()) {
      throw new UserError(
          "there is no .shp file in it", where, "give a shapefile, a folder or a .zip with one");
    }
    if (layer.isPresent()) {
      return named(shapefiles, layer.get(), where);
    }
    if (shapefiles.size() > 1) {
      throw new UserError(
          "it holds " + shapefiles.size() + " shapefiles: " + listed(shapefiles),
          where,
          "name one of them with --layer");
    }
    return shapefiles.get(0);
  }

  private static String named(List<String> shapefiles, String layer, String where) {
    String wanted = stem(layer).toLowerCase(Locale.ROOT);
    for (String path : shapefiles) {
      if (stem(path).toLowerCase(Locale.ROOT).equals(wanted)) {
        return path;
      }
    }
    List<String> byName =
        shapefiles.stream()
            .filter(p -> stem(lastName(p)).toLowerCase(Locale.ROOT).equals(wanted))
            .toList();
    if (byName.size() == 1) {
      return byName.get(0);
    }
    throw new UserError(
        byName.isEmpty()
            ? "it holds no layer '" + layer + "'"
            : "it holds " + byName.size() + " layers '" + layer + "' in different folders",
        where,
        "name one of: " + listed(shapefiles));
  }

  private static String listed(List<String> shapefiles) {
    List<String> stems = shapefiles.stream().map(LayerNames::stem).sorted().toList();
    return stems.size() <= LISTED
        ? String.join(", ", stems)
        : String.join(", ", stems.subList(0, LISTED)) + " and " + (stems.size() - LISTED) + " more";
  }

  /** Junk that macOS leaves in archives and folders. */
  static boolean junk(String path) {
    return path.startsWith("__MACOSX/")
        || path.contains("/__MACOSX/")
        || lastName(path).startsWith("._");
  }

  static boolean isShp(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".shp");
  }

  static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Without a .shp at the end; a dot elsewhere belongs to the name. */
  static String stem(String path) {
    return isShp(path) ? path.substring(0, path.length() - 4) : path;
  }

  static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
