package org.gapmap.imports;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.gapmap.geo.CrsChoice;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.imports.source.Readers;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.store.AreaStore;
import org.gapmap.store.Completeness;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Where a list of facilities is complete, from the user's words for it. */
final class CompletenessResolver {
  private static final String OPTION = "--complete-for";
  private static final String LAYER = "layer:";
  private static final int NEAR_NAMES = 5;
  private static final Set<String> WHOLE_CITY = Set.of("all", "city", "全市", "全部", "全域");

  private final AreaStore areas;

  CompletenessResolver(AreaStore areas) {
    this.areas = areas;
  }

  /**
   * @param words names of areas with commas between them, {@code layer:SOURCE}, a polygon file, or
   *     {@code all}
   * @throws UserError where the words name nothing that is there
   */
  Completeness resolve(String city, Optional<String> words) {
    if (words.isEmpty()) {
      return Completeness.ASSUMED_WHOLE_CITY;
    }
    String text = words.get().strip();
    if (text.isEmpty()) {
      throw new UserError(
          "it names no area", OPTION, "name districts (杨浦区,长宁区), layer:SOURCE, a file, or all");
    }
    if (WHOLE_CITY.contains(Vocabulary.fold(text))) {
      return new Completeness("", Optional.empty(), true);
    }
    MultiPolygon area;
    if (text.startsWith(LAYER)) {
      area = layer(city, text.substring(LAYER.length()));
    } else {
      Optional<Path> file = file(text);
      area = file.isPresent() ? union(file.get()) : named(city, text);
    }
    return new Completeness(text, Optional.of(area), true);
  }

  private MultiPolygon layer(String city, String source) {
    return areas
        .findLayerUnion(city, source)
        .orElseThrow(
            () ->
                new UserError(
                    "city '"
                        + city
                        + "' has no areas or communities layer of source '"
                        + source
                        + "'",
                    OPTION,
                    "its sources are " + listed(areas.listSources(city))));
  }

  private MultiPolygon named(String city, String text) {
    List<String> known = areas.listNames(city);
    List<String> found = new ArrayList<>();
    for (String word : text.split("[,，、;；]")) {
      String name = word.strip();
      if (name.isEmpty()) {
        continue;
      }
      List<String> same =
          known.stream().filter(k -> Vocabulary.bare(k).equals(Vocabulary.bare(name))).toList();
      if (same.isEmpty()) {
        throw unknown(city, name, known);
      }
      found.addAll(same);
    }
    return areas
        .findUnion(city, found)
        .orElseThrow(() -> new UserError("'" + text + "' names no area", OPTION, "name one"));
  }

  private static UserError unknown(String city, String name, List<String> known) {
    if (known.isEmpty()) {
      return new UserError(
          "'"
              + name
              + "' is not known: city '"
              + city
              + "' has no areas yet, and no such file is there",
          OPTION,
          "import its districts first (gapmap import areas FILE), or name a polygon file");
    }
    List<String> near =
        known.stream()
            .sorted((a, b) -> Integer.compare(Nearness.between(b, name), Nearness.between(a, name)))
            .limit(NEAR_NAMES)
            .toList();
    return new UserError(
        "city '" + city + "' has no area '" + name + "'",
        OPTION,
        "did you mean " + listed(near) + "?");
  }

  private static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static Optional<Path> file(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static MultiPolygon union(Path file) {
    try (FeatureSource source = Readers.open(file, ReadOptions.none())) {
      var description = source.description();
      CrsChoice crs =
          CrsChoice.decide(
              Optional.empty(),
              description.crs(),
              description.sample(),
              false,
              description.fileName());
      ShapeCheck check = new ShapeCheck(LayerType.AREAS, crs.transform());
      List<Geometry> shapes = new ArrayList<>();
      Iterator<SourceFeature> rows = source.features();
      while (rows.hasNext()) {
        SourceFeature row = rows.next();
        row.geometry()
            .flatMap(shape -> check.check(row.row(), shape).shape())
            .ifPresent(shapes::add);
      }
      return polygons(file, shapes);
    }
  }

  private static MultiPolygon polygons(Path file, List<Geometry> shapes) {
    if (shapes.isEmpty()) {
      throw new UserError(
          "there is no polygon in it", file.toString(), "name a file with the area's polygons");
    }
    Geometry union = OverlayNGRobust.union(shapes);
    return union instanceof Polygon polygon
        ? union.getFactory().createMultiPolygon(new Polygon[] {polygon})
        : (MultiPolygon) union;
  }
}
