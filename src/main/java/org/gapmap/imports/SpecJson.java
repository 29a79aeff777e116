package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.gapmap.imports.source.ReadLimits;
import org.gapmap.imports.source.ReadOptions;
import org.locationtech.jts.geom.Coordinate;

/** What the user says of an import as JSON, as {@code docs/api.md} has it, and back. */
public final class SpecJson {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> FIELDS =
      Set.of(
          "file",
          "layer",
          "type",
          "city",
          "cityName",
          "source",
          "kind",
          "kindField",
          "kindWords",
          "encoding",
          "crs",
          "completeFor",
          "fields",
          "keepPersonal",
          "mode",
          "merge",
          "places");

  private SpecJson() {}

  /**
   * What a spec does not say itself.
   *
   * @param file what its {@code file} stands for
   * @param city where it names none
   * @param by who asks; may be empty
   */
  public record Given(Path file, String city, String by, ReadLimits limits) {}

  /**
   * @throws UserError naming the field that is not known, not there, or not of its type
   */
  public static ImportRequest read(JsonNode spec, Given given) {
    SpecReader root = new SpecReader(spec, "");
    root.allow(FIELDS);
    LayerType type =
        root.oneOf("type", LayerType.class)
            .orElseThrow(
                () ->
                    new UserError(
                        "it is missing", "type", "say what the rows are: communities, ..."));
    return new ImportRequest(
        given.file(),
        type,
        new ImportRequest.Destination(
            root.text("city").orElse(given.city()),
            root.text("cityName").orElse(""),
            false,
            root.text("source").orElseGet(() -> sourceOf(given.file()))),
        new ReadOptions(
            root.text("layer"), root.text("encoding"), Optional.of(type), given.limits()),
        new ImportRequest.Meaning(
            kind(root),
            root.texts("kindWords"),
            root.text("crs"),
            root.text("completeFor"),
            roles(root),
            root.textList("keepPersonal"),
            merge(root),
            places(root)),
        new ImportRequest.Storing(
            root.oneOf("mode", ImportRequest.Storing.Mode.class)
                .orElse(ImportRequest.Storing.Mode.REPLACE),
            false,
            given.by()));
  }

  /** The source of a file that nobody named one for: its name without the ending. */
  public static String sourceOf(Path file) {
    Path name = file.toAbsolutePath().normalize().getFileName();
    String whole = name == null ? "" : name.toString();
    int dot = whole.lastIndexOf('.');
    return dot > 0 ? whole.substring(0, dot) : whole;
  }

  /** Without {@code file}, and without what is left to the file. */
  public static ObjectNode of(ImportRequest request) {
    ObjectNode root = JSON.createObjectNode();
    ImportRequest.Meaning meaning = request.meaning();
    request.reading().layer().ifPresent(layer -> root.put("layer", layer));
    root.put("type", request.type().name().toLowerCase(Locale.ROOT));
    root.put("city", request.destination().city());
    if (!request.destination().cityName().isEmpty()) {
      root.put("cityName", request.destination().cityName());
    }
    root.put("source", request.destination().source());
    meaning.kind().flatMap(KindChoice::kind).ifPresent(kind -> root.put("kind", kind));
    meaning.kind().flatMap(KindChoice::field).ifPresent(field -> root.put("kindField", field));
    texts(root, "kindWords", meaning.kindWords());
    request.reading().encoding().ifPresent(encoding -> root.put("encoding", encoding));
    meaning.crs().ifPresent(crs -> root.put("crs", crs));
    meaning.completeFor().ifPresent(area -> root.put("completeFor", area));
    Map<String, String> roles = new TreeMap<>();
    meaning.fields().forEach((role, field) -> roles.put(role.id(), field));
    texts(root, "fields", roles);
    if (!meaning.keepPersonal().isEmpty()) {
      new TreeSet<>(meaning.keepPersonal()).forEach(root.putArray("keepPersonal")::add);
    }
    root.put("mode", request.storing().mode().name().toLowerCase(Locale.ROOT));
    rows(root, meaning);
    return root;
  }

  private static void rows(ObjectNode root, ImportRequest.Meaning meaning) {
    if (!meaning.merge().isEmpty()) {
      var merge = root.putArray("merge");
      new TreeMap<>(meaning.merge())
          .forEach((row, with) -> merge.addObject().put("row", row).put("with", with));
    }
    if (!meaning.places().isEmpty()) {
      var places = root.putArray("places");
      new TreeMap<>(meaning.places())
          .forEach(
              (row, at) -> places.addObject().put("row", row).put("lon", at.x).put("lat", at.y));
    }
  }

  private static void texts(ObjectNode root, String name, Map<String, String> texts) {
    if (!texts.isEmpty()) {
      ObjectNode node = root.putObject(name);
      new TreeMap<>(texts).forEach(node::put);
    }
  }

  private static Optional<KindChoice> kind(SpecReader root) {
    Optional<String> fixed = root.text("kind");
    Optional<String> field = root.text("kindField");
    if (fixed.isPresent() && field.isPresent()) {
      throw new UserError(
          "kind and kindField say the same thing twice", "kindField", "give one of them");
    }
    return fixed
        .<KindChoice>map(KindChoice.Fixed::new)
        .or(() -> field.map(KindChoice.ByField::new));
  }

  private static Map<FieldRole, String> roles(SpecReader root) {
    Map<FieldRole, String> roles = new EnumMap<>(FieldRole.class);
    root.texts("fields")
        .forEach(
            (role, field) ->
                roles.put(
                    FieldRole.find(role)
                        .orElseThrow(
                            () ->
                                new UserError(
                                    "there is no such role",
                                    "fields." + role,
                                    "take one of the preview's roles")),
                    field));
    return roles;
  }

  private static Map<Integer, String> merge(SpecReader root) {
    Map<Integer, String> merge = new LinkedHashMap<>();
    for (SpecReader row : root.objects("merge")) {
      row.allow(Set.of("row", "with"));
      merge.put(row.getRow("row"), row.getText("with"));
    }
    return merge;
  }

  private static Map<Integer, Coordinate> places(SpecReader root) {
    Map<Integer, Coordinate> places = new LinkedHashMap<>();
    for (SpecReader row : root.objects("places")) {
      row.allow(Set.of("row", "lon", "lat"));
      places.put(
          row.getRow("row"),
          new Coordinate(row.getNumber("lon", -180, 180), row.getNumber("lat", -90, 90)));
    }
    return places;
  }
}
