package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gapmap.domain.LocalizedText;
import org.gapmap.store.Completeness;

/** A report as it was kept with a layer's version, read again. */
final class StoredReport {
  private StoredReport() {}

  /**
   * Whether rows were placed, or cut out, by what other layers hold: importing the file again may
   * then place them otherwise.
   */
  static boolean restsOnOtherLayers(JsonNode report) {
    for (JsonNode warning : report.path("warnings")) {
      if (warning.path("code").asText().startsWith("placed_")) {
        return true;
      }
    }
    return report.path("type").asText().equals("population");
  }

  static ImportReport read(ImportRequest request, JsonNode report) {
    Map<String, Integer> kinds = new TreeMap<>();
    report
        .path("storedByKind")
        .properties()
        .forEach(k -> kinds.put(k.getKey(), k.getValue().asInt()));
    Map<String, Integer> unknown = new TreeMap<>();
    report
        .path("unknownKinds")
        .forEach(word -> unknown.put(word.path("value").asText(), word.path("rows").asInt()));
    List<IssueGroup> issues = new ArrayList<>();
    groups(issues, report.path("refusedByReason"), ImportIssue.Severity.REFUSED);
    groups(issues, report.path("repairedByReason"), ImportIssue.Severity.REPAIRED);
    groups(issues, report.path("warnings"), ImportIssue.Severity.WARNING);
    JsonNode completeness = report.path("completeness");
    return new ImportReport(
        new ImportReport.Origin(
            report.path("file").asText(),
            report.path("format").asText(),
            report.path("geometry").asText(),
            request.type(),
            request.destination().city(),
            request.destination().source()),
        new ImportReport.Rows(
            report.path("read").asInt(),
            report.path("stored").asInt(),
            report.path("repaired").asInt(),
            report.path("refused").asInt(),
            kinds,
            report.path("areaChangedSqm").asDouble(),
            StreetReport.read(report)),
        evidence(report),
        issues,
        refused(report),
        unknown,
        new Completeness(
            completeness.path("text").asText(),
            Optional.empty(),
            completeness.path("asserted").asBoolean()),
        Optional.empty());
  }

  private static ImportReport.Evidence evidence(JsonNode report) {
    List<ImportReport.Mapping> fields = new ArrayList<>();
    for (JsonNode field : report.path("fields")) {
      fields.add(
          new ImportReport.Mapping(
              field.path("role").asText(),
              field.path("field").asText(),
              text(field, "evidence"),
              field.path("sample").asText()));
    }
    return new ImportReport.Evidence(
        told(report.path("encoding")),
        told(report.path("crs")),
        fields,
        texts(report.path("otherFields")),
        texts(report.path("droppedFields")));
  }

  private static List<ImportIssue> refused(JsonNode report) {
    List<ImportIssue> rows = new ArrayList<>();
    for (JsonNode row : report.path("refusedRows")) {
      rows.add(
          new ImportIssue(
              row.path("row").asInt(),
              row.path("field").asText(),
              row.path("code").asText(),
              text(row, "message"),
              ImportIssue.Severity.REFUSED,
              row.path("detail").asText()));
    }
    return rows;
  }

  private static void groups(
      List<IssueGroup> issues, JsonNode groups, ImportIssue.Severity severity) {
    for (JsonNode group : groups) {
      issues.add(
          new IssueGroup(
              group.path("code").asText(),
              severity,
              group.path("count").asInt(),
              text(group, "message"),
              texts(group.path("examples"))));
    }
  }

  private static ImportReport.Told told(JsonNode node) {
    return new ImportReport.Told(node.path("value").asText(), text(node, "evidence"));
  }

  private static LocalizedText text(JsonNode node, String name) {
    return new LocalizedText(node.path(name + "Zh").asText(), node.path(name + "En").asText());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
