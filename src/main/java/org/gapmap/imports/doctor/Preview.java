package org.gapmap.imports.doctor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.imports.ImportReport;

/**
 * What a file is and what would become of it.
 *
 * @param remembered how a file of this shape was imported into the city last
 * @param report as of an import, not committed; empty where there is a problem
 * @param problem why the file cannot be imported as it was asked for
 * @param suggestedKinds for words that name no kind the id of a kind that may be meant
 */
public record Preview(
    LookedAt file,
    Optional<Remembered> remembered,
    Reading reading,
    List<Field> fields,
    Optional<ImportReport> report,
    Optional<UserError> problem,
    Map<String, String> suggestedKinds,
    Examination examination) {
  public Preview {
    fields = List.copyOf(fields);
    suggestedKinds = Map.copyOf(suggestedKinds);
  }

  /**
   * The file.
   *
   * @param bytes with all its parts, as they lie on the disk
   * @param sha256 of those bytes; hex
   * @param unchanged the layer's current version was made of these bytes and this spec
   */
  public record LookedAt(
      String name,
      String format,
      String geometry,
      LayerType type,
      long bytes,
      String sha256,
      boolean unchanged) {}

  /** An earlier import's spec, without its file. */
  public record Remembered(Instant at, ObjectNode spec) {}

  /** How its bytes and numbers are read. */
  public record Reading(
      ImportReport.Told encoding,
      List<EncodingCandidate> encodings,
      Optional<ImportReport.Told> crs,
      OptionalInt epsg,
      List<CrsCandidate> systems,
      Optional<Fit> fit) {
    public Reading {
      encodings = List.copyOf(encodings);
      systems = List.copyOf(systems);
    }
  }

  /** How well control points fit, in the order in which they were given. */
  public record Fit(List<Double> residualsMetres, double rmsMetres) {
    public Fit {
      residualsMetres = List.copyOf(residualsMetres);
    }
  }

  /**
   * A field of the file.
   *
   * @param role empty for none
   * @param filled rows that hold something, of those looked at
   * @param personal the sort of personal data that it looks like; empty for none
   * @param place whether a row's place is read from it
   */
  public record Field(
      String field,
      String role,
      LocalizedText evidence,
      List<String> samples,
      int filled,
      String personal,
      boolean stored,
      boolean place) {
    public Field {
      samples = List.copyOf(samples);
    }
  }

  /** What only looking at all rows together shows. */
  public record Examination(
      List<GeometryFinding> geometry,
      Optional<CompletenessQuestion> completeness,
      List<LikePlace> duplicates) {
    public Examination {
      geometry = List.copyOf(geometry);
      duplicates = List.copyOf(duplicates);
    }
  }

  /**
   * What is wrong or doubtful with shapes, or where they lie.
   *
   * @param sqm of all of them together; empty where it has no area
   * @param examples the largest, at most twenty
   */
  public record GeometryFinding(
      String code,
      int count,
      LocalizedText message,
      OptionalDouble sqm,
      List<GeometryExample> examples) {
    public GeometryFinding {
      examples = List.copyOf(examples);
    }
  }

  /**
   * One of them.
   *
   * @param other the other row, where it is about two
   */
  public record GeometryExample(
      int row, OptionalInt other, String name, OptionalDouble sqm, double lon, double lat) {}

  /** Which areas a list of facilities is complete for: asked, never assumed. */
  public record CompletenessQuestion(LocalizedText question, List<AreaRows> areas) {
    public CompletenessQuestion {
      areas = List.copyOf(areas);
    }
  }

  /**
   * Rows of the file in one administrative area.
   *
   * @param level {@code district}, {@code subdistrict}, {@code neighbourhood}
   */
  public record AreaRows(String name, String level, int rows) {}

  /**
   * A row that may be the same place as a facility of another list.
   *
   * @param likeness of the names, 0 to 1
   */
  public record LikePlace(
      int row, String name, Other other, double metres, double likeness, double lon, double lat) {}

  /** A facility that is there, by the id of {@code /api/facilities}. */
  public record Other(String id, String name, String source) {}
}
