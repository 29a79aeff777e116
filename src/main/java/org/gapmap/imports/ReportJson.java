package org.gapmap.imports;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gapmap.store.CommittedImport;

/** The report as a JSON object: printed with {@code --json}, and kept with the layer's version. */
public final class ReportJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ReportJson() {}

  public static ObjectNode of(ImportReport report) {
    ObjectNode root = JSON.createObjectNode();
    ImportReport.Origin origin = report.origin();
    root.put("file", origin.file());
    root.put("format", origin.format());
    root.put("geometry", origin.geometry());
    root.put("type", origin.type().name().toLowerCase(Locale.ROOT));
    root.put("city", origin.city());
    root.put("source", origin.source());
    ImportReport.Rows rows = report.rows();
    root.put("read", rows.read());
    root.put("stored", rows.stored());
    root.put("repaired", rows.repaired());
    root.put("refused", rows.refused());
    root.put("areaChangedSqm", Math.round(rows.areaChangedSqm() * 10) / 10.0);
    ObjectNode kinds = root.putObject("storedByKind");
    rows.byKind().forEach((kind, count) -> kinds.put(kind, count));
    kinds.remove("");
    rows.streets().ifPresent(streets -> StreetReport.put(root, streets));
    told(root.putObject("encoding"), report.evidence().encoding());
    told(root.putObject("crs"), report.evidence().crs());
    ArrayNode fields = root.putArray("fields");
    for (ImportReport.Mapping mapping : report.evidence().fields()) {
      fields
          .addObject()
          .put("role", mapping.role())
          .put("field", mapping.field())
          .put("sample", mapping.sample())
          .put("evidenceZh", mapping.evidence().zh())
          .put("evidenceEn", mapping.evidence().en());
    }
    report.evidence().keptAsText().forEach(root.putArray("otherFields")::add);
    report.evidence().dropped().forEach(root.putArray("droppedFields")::add);
    groups(root.putArray("refusedByReason"), report.issues(ImportIssue.Severity.REFUSED));
    groups(root.putArray("repairedByReason"), report.issues(ImportIssue.Severity.REPAIRED));
    groups(root.putArray("warnings"), report.issues(ImportIssue.Severity.WARNING));
    refusedRows(root.putArray("refusedRows"), report.refusedRows());
    ArrayNode unknown = root.putArray("unknownKinds");
    for (Map.Entry<String, Integer> word : report.unknownKinds().entrySet()) {
      unknown.addObject().put("value", word.getKey()).put("rows", word.getValue());
    }
    root.putObject("completeness")
        .put("text", report.completeness().text())
        .put("wholeCity", report.completeness().area().isEmpty())
        .put("asserted", report.completeness().asserted());
    root.put("unchanged", report.isUnchanged());
    report
        .outcome()
        .ifPresent(
            made -> {
              if (made.outcome() != CommittedImport.Outcome.REHEARSED) {
                committed(root, made);
              }
              DifferenceJson.put(root, made.difference(), report.rows().refused());
            });
    return root;
  }

  private static void told(ObjectNode node, ImportReport.Told told) {
    node.put("value", told.value());
    node.put("evidenceZh", told.evidence().zh());
    node.put("evidenceEn", told.evidence().en());
  }

  private static void groups(ArrayNode array, List<IssueGroup> groups) {
    for (IssueGroup group : groups) {
      ObjectNode node = array.addObject();
      node.put("code", group.code());
      node.put("count", group.count());
      node.put("messageZh", group.message().zh());
      node.put("messageEn", group.message().en());
      group.examples().forEach(node.putArray("examples")::add);
    }
  }

  private static void refusedRows(ArrayNode array, List<ImportIssue> rows) {
    for (ImportIssue row : rows) {
      array
          .addObject()
          .put("row", row.row())
          .put("field", row.field())
          .put("code", row.code())
          .put("messageZh", row.message().zh())
          .put("messageEn", row.message().en())
          .put("detail", row.detail());
    }
  }

  private static void committed(ObjectNode root, CommittedImport made) {
    ArrayNode layers = root.putArray("layers");
    for (CommittedImport.NewVersion layer : made.layers()) {
      layers
          .addObject()
          .put("kind", layer.key().kind())
          .put("source", layer.key().source())
          .put("version", layer.number())
          .put("rows", layer.rows());
    }
    root.put("dataVersion", made.dataVersion());
    root.putObject("changes")
        .put("added", made.changes().added())
        .put("kept", made.changes().kept())
        .put("removed", made.changes().removed());
  }
}
