package org.gapmap.imports.source;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gapmap.domain.UserError;

/** Picks one layer among the files that a folder or an archive holds. */
final class LayerNames {
  private static final int LISTED = 20;

  /**
   * Endings of files that are layers, or hold some, by rank: of a delivery that holds shapefiles
   * the tables and documents beside them are not meant, and a .json is often about the others.
   */
  private static final List<List<String>> RANKS =
      List.of(
          List.of(".shp"),
          List.of(".gpkg", ".gdb", ".geojson", ".geojsonl", ".geojsons", ".ndjson", ".osm.pbf"),
          List.of(".kml", ".tab", ".mif", ".dxf", ".osm", ".osm.gz", ".pbf"),
          List.of(".xlsx", ".csv", ".tsv"),
          List.of(".json", ".jsonl"));

  private LayerNames() {}

  /**
   * A file inside a folder or an archive.
   *
   * @param path {@code /} between folders
   * @param layer the layer inside the file, where that is named too
   */
  record Picked(String path, Optional<String> layer) {}

  /**
   * The files that can be a layer, best rank only; a folder called .gdb is one of them.
   *
   * @param paths files inside the folder or archive
   */
  static List<String> candidates(List<String> paths) {
    List<String> all = all(paths);
    int best = all.stream().mapToInt(LayerNames::rank).min().orElse(0);
    return all.stream().filter(p -> rank(p) == best).toList();
  }

  private static List<String> all(List<String> paths) {
    Set<String> found = new LinkedHashSet<>();
    for (String path : paths) {
      if (!junk(path)) {
        String geodatabase = geodatabase(path);
        if (!geodatabase.isEmpty()) {
          found.add(geodatabase);
        } else if (rank(path) < RANKS.size()) {
          found.add(path);
        }
      }
    }
    return found.stream().sorted().toList();
  }

  /** The .gdb folder that a file lies in; empty where it lies in none. */
  static String geodatabase(String path) {
    int end = path.toLowerCase(Locale.ROOT).indexOf(".gdb/");
    return end < 0 ? "" : path.substring(0, end + 4);
  }

  /**
   * @param paths files inside the folder or archive, {@code /} between folders
   * @param layer a file's path or name in it, with or without its ending; after a {@code #} the
   *     layer inside that file; or, where there is one file only, the layer inside it
   * @throws UserError where there is none, or several and none or no single one is named
   */
  static Picked pick(List<String> paths, Optional<String> layer, Path container) {
    String where = fileName(container);
    List<String> best = candidates(paths);
    if (best.isEmpty()) {
      throw new UserError(
          "there is no .shp file in it, nor any other layer that GapMap reads",
          where,
          "give a shapefile, a GeoPackage, GeoJSON, a table, or a folder or .zip with one");
    }
    if (layer.isPresent()) {
      return named(all(paths), best, layer.get(), where);
    }
    if (best.size() > 1) {
      throw new UserError(
          "it holds " + best.size() + " layers: " + listed(best),
          where,
          "name one of them with --layer");
    }
    return new Picked(best.get(0), Optional.empty());
  }

  private static Picked named(List<String> all, List<String> best, String layer, String where) {
    int hash = layer.indexOf('#');
    String file = hash < 0 ? layer : layer.substring(0, hash);
    Optional<String> inner =
        hash < 0
            ? Optional.empty()
            : Optional.of(layer.substring(hash + 1)).filter(l -> !l.isEmpty());
    String wanted = stem(file).toLowerCase(Locale.ROOT);
    List<String> fitting = all.stream().filter(p -> p.equalsIgnoreCase(file)).toList();
    for (List<String> among : List.of(best, all)) {
      if (fitting.isEmpty()) {
        fitting = among.stream().filter(p -> lower(stem(p)).equals(wanted)).toList();
      }
      if (fitting.isEmpty()) {
        fitting = among.stream().filter(p -> lower(stem(lastName(p))).equals(wanted)).toList();
      }
    }
    if (fitting.isEmpty() && best.size() == 1) {
      return new Picked(best.get(0), Optional.of(layer));
    }
    if (fitting.size() == 1) {
      return new Picked(fitting.get(0), inner);
    }
    throw new UserError(
        fitting.isEmpty()
            ? "it holds no layer '" + layer + "'"
            : "it holds " + fitting.size() + " layers '" + layer + "'",
        where,
        "name one of: " + listed(fitting.isEmpty() ? best : fitting));
  }

  /** Names for an error: the first of many. */
  static String listed(List<String> layers) {
    List<String> stems = layers.stream().map(LayerNames::stem).sorted().toList();
    return stems.size() <= LISTED
        ? String.join(", ", stems)
        : String.join(", ", stems.subList(0, LISTED)) + " and " + (stems.size() - LISTED) + " more";
  }

  /** Junk that macOS and spreadsheet programs leave in archives and folders. */
  static boolean junk(String path) {
    return path.startsWith("__MACOSX/")
        || path.contains("/__MACOSX/")
        || lastName(path).startsWith("._")
        || lastName(path).startsWith("~$");
  }

  private static int rank(String path) {
    for (int rank = 0; rank < RANKS.size(); rank++) {
      if (!ending(RANKS.get(rank), path).isEmpty()) {
        return rank;
      }
    }
    return RANKS.size();
  }

  private static String ending(List<String> endings, String path) {
    return endings.stream().filter(lower(path)::endsWith).findFirst().orElse("");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static boolean isShp(String path) {
    return lower(path).endsWith(".shp");
  }

  static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Without the ending of a layer's file; a dot elsewhere belongs to the name. */
  static String stem(String path) {
    for (List<String> endings : RANKS) {
      String ending = ending(endings, path);
      if (!ending.isEmpty()) {
        return path.substring(0, path.length() - ending.length());
      }
    }
    return path;
  }

  static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
