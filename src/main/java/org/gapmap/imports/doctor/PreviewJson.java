package org.gapmap.imports.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.imports.FieldRole;
import org.gapmap.imports.ImportReport;
import org.gapmap.imports.ReportJson;

/** The preview as {@code docs/api.md} has it. */
public final class PreviewJson {
  private static final JsonMapper JSON = new JsonMapper();
  private static final double DEGREES = 1e7;

  private PreviewJson() {}

  public static ObjectNode of(Preview preview) {
    ObjectNode root = JSON.createObjectNode();
    Preview.LookedAt looked = preview.file();
    root.put("unchanged", looked.unchanged());
    root.putNull("remembered");
    preview
        .remembered()
        .ifPresent(
            last ->
                root.putObject("remembered")
                    .put("at", last.at().toString())
                    .set("spec", last.spec()));
    root.putObject("file")
        .put("name", looked.name())
        .put("format", looked.format())
        .put("geometry", looked.geometry())
        .put("bytes", looked.bytes())
        .put("sha256", looked.sha256());
    encoding(root.putObject("encoding"), preview.reading());
    crs(root.putObject("crs"), preview.reading());
    fields(root, preview);
    root.putNull("report");
    root.putNull("difference");
    preview.report().ifPresent(report -> report(root, report, preview));
    root.putNull("problem");
    preview.problem().ifPresent(problem -> problem(root.putObject("problem"), problem));
    examination(root, preview.examination());
    return root;
  }

  private static void encoding(ObjectNode node, Preview.Reading reading) {
    told(node, reading.encoding());
    ArrayNode candidates = node.putArray("candidates");
    for (EncodingCandidate candidate : reading.encodings()) {
      ObjectNode one = candidates.addObject();
      one.put("value", candidate.value()).put("score", round(candidate.score(), 1000));
      text(one, "evidence", candidate.evidence());
      candidate.samples().forEach(one.putArray("samples")::add);
      candidate.fieldNames().forEach(one.putArray("fieldNames")::add);
      one.put("broken", candidate.broken());
    }
  }

  private static void crs(ObjectNode node, Preview.Reading reading) {
    node.putNull("value").putNull("evidence").putNull("epsg");
    reading.crs().ifPresent(told -> told(node, told));
    reading.epsg().ifPresent(code -> node.put("epsg", code));
    node.putNull("fit");
    reading.fit().ifPresent(fit -> fit(node.putObject("fit"), fit));
    ArrayNode candidates = node.putArray("candidates");
    for (CrsCandidate candidate : reading.systems()) {
      ObjectNode one = candidates.addObject();
      one.put("crs", candidate.crs())
          .put("name", candidate.name())
          .put("likelihood", candidate.likelihood().id());
      text(one, "evidence", candidate.evidence());
      number(one, "accuracyMetres", candidate.accuracyMetres(), 10);
      number(one, "metresToOthers", candidate.metresToOthers(), 10);
      ArrayNode outline = one.putArray("outline");
      candidate
          .outline()
          .forEach(at -> outline.addArray().add(round(at.x, DEGREES)).add(round(at.y, DEGREES)));
    }
  }

  private static void fit(ObjectNode node, Preview.Fit fit) {
    ArrayNode residuals = node.putArray("residuals");
    fit.residualsMetres().forEach(metres -> residuals.add(round(metres, 1000)));
    node.put("rmsMetres", round(fit.rmsMetres(), 1000));
  }

  private static void fields(ObjectNode root, Preview preview) {
    ArrayNode roles = root.putArray("roles");
    for (FieldRole role : FieldRole.of(preview.file().type())) {
      text(roles.addObject().put("id", role.id()), "label", role.label());
    }
    ArrayNode fields = root.putArray("fields");
    for (Preview.Field field : preview.fields()) {
      ObjectNode one = fields.addObject();
      one.put("field", field.field()).put("role", field.role());
      text(one, "evidence", field.evidence());
      field.samples().forEach(one.putArray("samples")::add);
      one.put("filled", field.filled())
          .put("personal", field.personal())
          .put("stored", field.stored())
          .put("place", field.place());
    }
  }

  private static void report(ObjectNode root, ImportReport report, Preview preview) {
    ObjectNode node = ReportJson.of(report);
    JsonNode difference = node.remove("difference");
    if (difference != null) {
      root.set("difference", difference);
    }
    for (JsonNode word : node.path("unknownKinds")) {
      ((ObjectNode) word)
          .put("suggested", preview.suggestedKinds().get(word.path("value").asText()));
    }
    root.set("report", node);
  }

  private static void problem(ObjectNode node, UserError problem) {
    node.put("what", problem.what()).put("where", problem.where()).put("remedy", problem.remedy());
  }

  private static void examination(ObjectNode root, Preview.Examination examination) {
    ArrayNode geometry = root.putArray("geometry");
    for (Preview.GeometryFinding finding : examination.geometry()) {
      ObjectNode one = geometry.addObject();
      one.put("code", finding.code()).put("count", finding.count());
      text(one, "message", finding.message());
      number(one, "sqm", finding.sqm(), 10);
      ArrayNode examples = one.putArray("examples");
      finding.examples().forEach(example -> example(examples.addObject(), example));
    }
    root.putNull("completeness");
    examination
        .completeness()
        .ifPresent(question -> completeness(root.putObject("completeness"), question));
    ArrayNode duplicates = root.putArray("duplicates");
    for (Preview.LikePlace place : examination.duplicates()) {
      ObjectNode one = duplicates.addObject();
      one.put("row", place.row()).put("name", place.name());
      one.putObject("other")
          .put("id", place.other().id())
          .put("name", place.other().name())
          .put("source", place.other().source());
      one.put("metres", round(place.metres(), 10))
          .put("likeness", round(place.likeness(), 100))
          .put("lon", round(place.lon(), DEGREES))
          .put("lat", round(place.lat(), DEGREES));
    }
  }

  private static void example(ObjectNode node, Preview.GeometryExample example) {
    node.put("row", example.row()).putNull("other");
    example.other().ifPresent(other -> node.put("other", other));
    node.put("name", example.name());
    number(node, "sqm", example.sqm(), 10);
    node.put("lon", round(example.lon(), DEGREES)).put("lat", round(example.lat(), DEGREES));
  }

  private static void completeness(ObjectNode node, Preview.CompletenessQuestion question) {
    text(node, "question", question.question());
    ArrayNode areas = node.putArray("areas");
    question
        .areas()
        .forEach(
            area ->
                areas
                    .addObject()
                    .put("name", area.name())
                    .put("level", area.level())
                    .put("rows", area.rows()));
  }

  private static void told(ObjectNode node, ImportReport.Told told) {
    node.put("value", told.value());
    text(node, "evidence", told.evidence());
  }

  private static void text(ObjectNode node, String name, LocalizedText text) {
    node.putObject(name).put("zh", text.zh()).put("en", text.en());
  }

  private static void number(ObjectNode node, String name, OptionalDouble value, double steps) {
    node.putNull(name);
    value.ifPresent(number -> node.put(name, round(number, steps)));
  }

  private static double round(double value, double steps) {
    return Math.round(value * steps) / steps;
  }
}
