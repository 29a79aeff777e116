package org.gapmap.imports;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.gapmap.imports.source.ReadOptions;
import org.locationtech.jts.geom.Coordinate;

/** What the user asks for: a file, what it is, where it goes, how it is understood and stored. */
public record ImportRequest(
    Path file,
    LayerType type,
    Destination destination,
    ReadOptions reading,
    Meaning meaning,
    Storing storing) {

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

  /**
   * What the file's words and numbers mean, where the user says so.
   *
   * @param kind for facilities, and only for them
   * @param kindWords the kind's id for a word of the file that no catalogue knows
   * @param crs {@code EPSG:n}, {@code gcj02}, {@code bd09}, ...; wins over what the file says
   * @param completeFor where a facility list is complete: names of areas, {@code layer:SOURCE}, a
   *     polygon file, or {@code all}
   * @param fields a role's field by the user's word, or an empty text for none
   * @param keepPersonal fields that look like personal data and are stored all the same
   * @param merge rows that are the same place as a facility of another list, with its id: left out
   * @param places longitude and latitude in degrees (EPSG:4490) of rows by their number, as the
   *     user placed them by a click; wins over what the file says of these rows
   */
  public record Meaning(
      Optional<KindChoice> kind,
      Map<String, String> kindWords,
      Optional<String> crs,
      Optional<String> completeFor,
      Map<FieldRole, String> fields,
      Set<String> keepPersonal,
      Map<Integer, String> merge,
      Map<Integer, Coordinate> places) {
    public Meaning {
      kindWords = Map.copyOf(kindWords);
      fields = Map.copyOf(fields);
      keepPersonal = Set.copyOf(keepPersonal);
      merge = Map.copyOf(merge);
      places = Map.copyOf(places);
    }

    /** Nothing said of single rows. */
    public Meaning(
        Optional<KindChoice> kind,
        Map<String, String> kindWords,
        Optional<String> crs,
        Optional<String> completeFor,
        Map<FieldRole, String> fields,
        Set<String> keepPersonal) {
      this(kind, kindWords, crs, completeFor, fields, keepPersonal, Map.of(), Map.of());
    }

    /** All of it left to the file. */
    public static Meaning ofFile() {
      return new Meaning(
          Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Map.of(), Set.of());
    }

    public Meaning withKind(KindChoice choice) {
      return new Meaning(
          Optional.of(choice), kindWords, crs, completeFor, fields, keepPersonal, merge, places);
    }

    public Meaning withCompleteFor(String area) {
      return new Meaning(
          kind, kindWords, crs, Optional.of(area), fields, keepPersonal, merge, places);
    }

    /** With the kinds that words are known to mean besides those that the user named now. */
    public Meaning withKnownWords(Map<String, String> known) {
      Map<String, String> all = new HashMap<>(known);
      all.putAll(kindWords);
      return new Meaning(kind, all, crs, completeFor, fields, keepPersonal, merge, places);
    }
  }

  /**
   * How the rows are stored.
   *
   * @param dryRun everything is done but the commit
   * @param by who imports, as the program knows it; may be empty
   */
  public record Storing(Mode mode, boolean dryRun, String by) {
    /** What becomes of the rows of the layer's version before. */
    public enum Mode {
      /** They are gone. */
      REPLACE,
      /** They stay, and every row is added. */
      APPEND,
      /** They stay, but for those whose key, or name and place, comes again. */
      UPSERT
    }

    /** Replaces what was there. */
    public static Storing replacing() {
      return new Storing(Mode.REPLACE, false, "");
    }
  }

  /** Requests with the same text store into the same layer: one after the other. */
  public String lock() {
    return "layer "
        + destination.city()
        + "/"
        + type.name().toLowerCase(Locale.ROOT)
        + "/"
        + destination.source();
  }

  public ImportRequest {
    if (type != LayerType.FACILITIES && meaning.kind().isPresent()) {
      throw new UserError("only facilities have a kind", "--kind", "leave it out");
    }
    if (type != LayerType.FACILITIES && meaning.completeFor().isPresent()) {
      throw new UserError(
          "only a list of facilities can be complete for an area",
          "--complete-for",
          "leave it out");
    }
  }

  /**
   * @throws UserError where it can be looked at, but not imported
   */
  void requireImportable() {
    if (type == LayerType.FACILITIES && meaning.kind().isEmpty()) {
      throw new UserError(
          "facilities need a kind",
          "",
          "give --kind KIND, or --kind-field FIELD where a field of the file says it");
    }
  }

  /** The same, but nothing is stored. */
  public ImportRequest asDryRun() {
    return new ImportRequest(
        file, type, destination, reading, meaning, new Storing(storing.mode(), true, storing.by()));
  }

  public ImportRequest withMeaning(Meaning other) {
    return new ImportRequest(file, type, destination, reading, other, storing);
  }
}
