package org.gapmap.imports;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.gapmap.imports.source.ReadOptions;

/**
 * What the user asks for.
 *
 * @param kind for facilities, and only for them
 * @param crs {@code EPSG:n}, {@code gcj02}, {@code bd09}, ...; wins over what the file says
 * @param completeFor where a facility list is complete: names of areas, {@code layer:SOURCE}, a
 *     polygon file, or {@code all}
 * @param fields a role's field by the user's word, or an empty text for none
 */
public record ImportRequest(
    Path file,
    LayerType type,
    Destination destination,
    Optional<KindChoice> kind,
    ReadOptions reading,
    Optional<String> crs,
    Optional<String> completeFor,
    Map<FieldRole, String> fields) {

  /**
   * Where the rows go.
   *
   * @param city the city's key: letters, digits, {@code -} and {@code _}, at most 64
   * @param cityName how the page calls a city that is made now; empty for its key
   */
  public record Destination(String city, String cityName, boolean demonstration, String source) {
    public Destination {
      if (!city.matches("[\\p{L}\\p{N}_-]{1,64}")) {
        throw new UserError(
            "'" + city + "' can't be a city's key",
            "--city",
            "use at most 64 letters, digits, - and _");
      }
      if (source.isBlank() || source.length() > 100) {
        throw new UserError(
            "a source needs a name of at most 100 characters", "--source", "name who delivers it");
      }
    }
  }

  public ImportRequest {
    fields = Map.copyOf(fields);
    if (type == LayerType.FACILITIES && kind.isEmpty()) {
      throw new UserError(
          "facilities need a kind",
          "",
          "give --kind KIND, or --kind-field FIELD where a field of the file says it");
    }
    if (type != LayerType.FACILITIES && kind.isPresent()) {
      throw new UserError("only facilities have a kind", "--kind", "leave it out");
    }
    if (type != LayerType.FACILITIES && completeFor.isPresent()) {
      throw new UserError(
          "only a list of facilities can be complete for an area",
          "--complete-for",
          "leave it out");
    }
  }
}
