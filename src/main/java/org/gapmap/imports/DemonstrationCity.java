package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.store.CityRecord;
import org.gapmap.store.CityStore;

/**
 * The synthetic city that a newcomer sees first, loaded from files through the same import as
 * anybody's. {@code demonstration.yaml} in its folder lists them: {@code city}, {@code name}, and
 * {@code layers} with {@code file}, {@code type}, {@code source} and, where they apply, {@code
 * kind} or {@code kindField}, and {@code completeFor}.
 */
public final class DemonstrationCity {
  private static final String MANIFEST = "demonstration.yaml";

  private final ImportLayer imports;
  private final CityStore cities;

  public DemonstrationCity(ImportLayer imports, CityStore cities) {
    this.imports = imports;
    this.cities = cities;
  }

  /**
   * Loads it where the database holds no other city and this one not whole: a program that was
   * killed over it finishes it at its next start.
   *
   * @param beforeLoading called where it is loaded, which takes seconds, and only then
   */
  public void loadWhereEmpty(Path folder, Runnable beforeLoading) {
    List<CityRecord> known = cities.listCities();
    boolean alone = known.stream().allMatch(CityRecord::demonstration);
    // Every layer's commit counts the data version on by one.
    int layersLoaded = known.stream().mapToInt(CityRecord::dataVersion).sum();
    if (alone && layersLoaded < required(read(folder.resolve(MANIFEST)), "layers", folder).size()) {
      beforeLoading.run();
      load(folder);
    }
  }

  /**
   * Imports its layers in the manifest's order.
   *
   * @param folder the one that holds {@code demonstration.yaml}
   * @throws UserError where the folder is not a demonstration city's
   */
  public List<ImportReport> load(Path folder) {
    Path manifest = folder.resolve(MANIFEST);
    JsonNode root = read(manifest);
    List<ImportReport> reports = new ArrayList<>();
    for (JsonNode layer : required(root, "layers", manifest)) {
      reports.add(imports.run(request(folder, manifest, root, layer)));
    }
    return reports;
  }

  private static ImportRequest request(Path folder, Path manifest, JsonNode root, JsonNode layer) {
    String type = required(layer, "type", manifest).asText();
    Optional<KindChoice> kind =
        text(layer, "kind")
            .<KindChoice>map(KindChoice.Fixed::new)
            .or(() -> text(layer, "kindField").map(KindChoice.ByField::new));
    return new ImportRequest(
        folder.resolve(required(layer, "file", manifest).asText()),
        LayerType.valueOf(type.toUpperCase(Locale.ROOT)),
        new ImportRequest.Destination(
            required(root, "city", manifest).asText(),
            required(root, "name", manifest).asText(),
            true,
            required(layer, "source", manifest).asText()),
        ReadOptions.none(),
        new ImportRequest.Meaning(
            kind, Map.of(), Optional.empty(), text(layer, "completeFor"), Map.of(), Set.of()),
        ImportRequest.Storing.replacing());
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
  }

  private static JsonNode required(JsonNode node, String name, Path manifest) {
    return Optional.ofNullable(node.get(name))
        .orElseThrow(
            () -> new UserError("'" + name + "' is missing", manifest.toString(), "add it"));
  }

  private static JsonNode read(Path manifest) {
    if (!Files.isRegularFile(manifest)) {
      throw new UserError(
          "there is no demonstration city", manifest.toString(), "make one with gapmap generate");
    }
    try {
      return new YAMLMapper().readTree(manifest.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(manifest.toString(), e);
    }
  }
}
