package org.gapmap.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.StreetTally;
import org.gapmap.store.CommittedImport;
import org.gapmap.store.Completeness;
import org.gapmap.store.Difference;

/**
 * What became of a file.
 *
 * @param issues by code
 * @param refusedRows with their number and reason; the first thousand
 * @param outcome what the commit made, or would make; empty before it
 */
public record ImportReport(
    Origin origin,
    Rows rows,
    Evidence evidence,
    List<IssueGroup> issues,
    List<ImportIssue> refusedRows,
    Map<String, Integer> unknownKinds,
    Completeness completeness,
    Optional<CommittedImport> outcome) {

  /**
   * @param format as the reader calls it: {@code shapefile}, {@code csv}
   */
  public record Origin(
      String file, String format, String geometry, LayerType type, String city, String source) {}

  /**
   * Rows counted. Every row read is either stored or refused; repaired ones are stored.
   *
   * @param byKind stored rows by service kind; under an empty kind for other types of layers
   * @param areaChangedSqm by how much the repairs changed areas, added up regardless of sign
   * @param streets what there is to walk; of a layer of streets only
   */
  public record Rows(
      int read,
      int stored,
      int repaired,
      int refused,
      Map<String, Integer> byKind,
      double areaChangedSqm,
      Optional<StreetTally> streets) {}

  /** What the file was taken to be, and why. */
  public record Evidence(
      Told encoding,
      Told crs,
      List<Mapping> fields,
      List<String> keptAsText,
      List<String> dropped) {
    public Evidence {
      fields = List.copyOf(fields);
      keptAsText = List.copyOf(keptAsText);
      dropped = List.copyOf(dropped);
    }
  }

  /** A decision and the evidence for it. */
  public record Told(String value, LocalizedText evidence) {}

  /**
   * A field that was taken for a role.
   *
   * @param sample its first value, empty where every row is empty
   */
  public record Mapping(String role, String field, LocalizedText evidence, String sample) {}

  public ImportReport {
    issues = List.copyOf(issues);
    refusedRows = List.copyOf(refusedRows);
  }

  /** The groups of one severity. */
  public List<IssueGroup> issues(ImportIssue.Severity severity) {
    return issues.stream().filter(group -> group.severity() == severity).toList();
  }

  /** What was stored; empty where nothing was. */
  public Optional<CommittedImport> committed() {
    return outcome.filter(made -> made.outcome() == CommittedImport.Outcome.STORED);
  }

  /** What the import makes of the layer's version before; empty before it is compared. */
  public Optional<Difference> difference() {
    return outcome.map(CommittedImport::difference);
  }

  /** Whether the layer's current version was made of this very file in this very way. */
  public boolean isUnchanged() {
    return outcome.isPresent() && outcome.get().outcome() == CommittedImport.Outcome.NOTHING_NEW;
  }

  ImportReport ending(CommittedImport made) {
    return new ImportReport(
        origin, rows, evidence, issues, refusedRows, unknownKinds, completeness, Optional.of(made));
  }

  /** The same with what only the comparison to the version before could tell. */
  ImportReport adding(IssueGroup group) {
    List<IssueGroup> all = new ArrayList<>(issues);
    all.add(group);
    return new ImportReport(
        origin, rows, evidence, all, refusedRows, unknownKinds, completeness, outcome);
  }
}
