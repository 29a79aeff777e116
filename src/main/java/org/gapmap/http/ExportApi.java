package org.gapmap.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.export.ExportFormat;
import org.gapmap.export.ExportJson;
import org.gapmap.export.ExportReport;
import org.gapmap.export.ExportRequest;
import org.gapmap.export.Exports;
import org.gapmap.jobs.JobOutcome;
import org.gapmap.jobs.JobRequest;
import org.gapmap.jobs.Jobs;
import org.gapmap.jobs.Progress;

/** Layers and assessments as files to download. */
final class ExportApi {
  private static final String EXPECTED =
      "send {\"layer\": id or \"run\": id, \"format\": \"gpkg\", \"crs\": \"EPSG:4490\"}";

  private final Jobs jobs;
  private final Exports exports;
  private final ExportFolder folder;

  ExportApi(LongWork work) {
    this.jobs = work.jobs();
    this.exports = work.exports();
    this.folder = work.folders().exports();
  }

  void add(Context context) {
    JsonNode body = body(context);
    ExportRequest request =
        new ExportRequest(
            what(body),
            ExportFormat.get(text(body, "format").orElse("gpkg"), "format"),
            text(body, "crs").orElse(ExportRequest.DEFAULT_CRS));
    text(body, "city").ifPresent(city -> exports.requireOf(city, request.what()));
    String name = exports.fileName(request);
    LocalizedText title = new LocalizedText("导出 " + name, "Export " + name);
    JobApi.accepted(
        context,
        jobs.submit(
            new JobRequest("export", title, Optional.empty()),
            progress -> write(request, name, progress)));
  }

  private JobOutcome write(ExportRequest request, String name, Progress progress)
      throws IOException {
    Path file = folder.place(name);
    boolean whole = false;
    try {
      ExportReport report = exports.run(request, file, progress);
      whole = true;
      return new JobOutcome(ExportJson.of(report).toString(), Optional.of(file));
    } finally {
      if (!whole) {
        folder.discard(file);
      }
    }
  }

  private static ExportRequest.What what(JsonNode body) {
    Optional<Long> layer = number(body, "layer");
    Optional<Long> run = number(body, "run");
    if (layer.isPresent() == run.isPresent()) {
      throw new UserError("an export is of a layer or of a run", "layer", EXPECTED);
    }
    if (run.isPresent()) {
      return new ExportRequest.Run(run.get());
    }
    OptionalInt version =
        number(body, "version")
            .map(number -> OptionalInt.of(Math.toIntExact(number)))
            .orElse(OptionalInt.empty());
    return new ExportRequest.Layer(Math.toIntExact(layer.orElseThrow()), version);
  }

  private static JsonNode body(Context context) {
    JsonNode body;
    try {
      body = Json.mapper().readTree(context.body());
    } catch (JsonProcessingException e) {
      throw new UserError("the request's body is not JSON", "body", EXPECTED, e);
    }
    if (!body.isObject()) {
      throw new UserError("the request's body is no JSON object", "body", EXPECTED);
    }
    return body;
  }

  private static Optional<String> text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new UserError(field + " " + value + " is no text", field, EXPECTED);
    }
    return Optional.of(value.textValue());
  }

  private static Optional<Long> number(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw new UserError(field + " " + value + " is no whole number", field, EXPECTED);
    }
    return Optional.of(value.longValue());
  }
}
