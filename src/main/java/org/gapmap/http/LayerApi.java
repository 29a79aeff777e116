package org.gapmap.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gapmap.assess.Cities;
import org.gapmap.assess.City;
import org.gapmap.domain.UserError;
import org.gapmap.export.RefusedCsv;
import org.gapmap.export.RefusedGeoPackage;
import org.gapmap.export.RunCsv;
import org.gapmap.jobs.Jobs;
import org.gapmap.store.Codes;
import org.gapmap.store.JobRecord;
import org.gapmap.store.LayerHistory;
import org.gapmap.store.LayerRecord;

/** What a city's layers were made of, the rows that were refused, and the way back. */
final class LayerApi {
  private final Cities cities;
  private final LayerHistory history;
  private final Jobs jobs;

  LayerApi(Cities cities, LayerHistory history, Jobs jobs) {
    this.cities = cities;
    this.history = history;
    this.jobs = jobs;
  }

  void list(Context context) {
    City city = cities.getOrOnly(Parameters.find(context, "city"));
    ObjectNode answer = Json.mapper().createObjectNode();
    answer.put("city", city.key()).put("dataVersion", city.dataVersion());
    ArrayNode list = answer.putArray("layers");
    history.listLayers(city.key()).forEach(layer -> list.add(view(layer)));
    context.json(answer);
  }

  private static ObjectNode view(LayerRecord layer) {
    ObjectNode view = Json.mapper().createObjectNode();
    view.put("id", layer.id())
        .put("type", Codes.of(layer.key().type()))
        .put("kind", layer.key().kind())
        .put("source", layer.key().source())
        .put("current", layer.current());
    ArrayNode versions = view.putArray("versions");
    layer.versions().forEach(version -> versions.add(view(layer, version)));
    return view;
  }

  private static ObjectNode view(LayerRecord layer, LayerRecord.Version version) {
    LayerRecord.ImportedFile file = version.file();
    return Json.mapper()
        .createObjectNode()
        .put("version", version.number())
        .put("id", version.id())
        .put("file", file.name())
        .put("bytes", file.bytes())
        .put("sha256", file.sha256())
        .put("rows", version.rows())
        .put("crs", file.crs())
        .put("importedAt", version.importedAt().toString())
        .put("by", file.by())
        .put("mode", Codes.of(file.mode()))
        .put("current", version.number() == layer.current())
        .put("restorable", version.restorable())
        .put("refused", file.refused());
  }

  void version(Context context) {
    LayerHistory.Detail detail = history.getVersion(layer(context), number(context));
    ObjectNode view = view(detail.layer(), detail.version());
    view.set("report", detail.report());
    view.set("spec", detail.spec());
    context.json(view);
  }

  void refusedCsv(Context context) throws IOException {
    refusedCsv(context, layer(context), number(context));
  }

  void refusedGeoPackage(Context context) throws IOException {
    sendGeoPackage(context, layer(context), number(context));
  }

  /** Those of an import or a preview that was a job. */
  void refusedCsvOfJob(Context context) throws IOException {
    JobRecord job = job(context);
    long id = job.id();
    JsonNode report = report(job);
    if (job.what().equals("preview") && report.path("report").isObject()) {
      send(
          context,
          "refused-preview-" + id,
          out -> RefusedCsv.writeListed(report.path("report"), out));
      return;
    }
    refusedCsv(context, made(job).layer(), made(job).version());
  }

  void refusedGeoPackageOfJob(Context context) throws IOException {
    Made made = made(job(context));
    sendGeoPackage(context, made.layer(), made.version());
  }

  private JobRecord job(Context context) {
    long id = Parameters.longWhole("job", context.pathParam("job"));
    return jobs.find(id).orElseThrow(() -> new NotFoundResponse("there is no job " + id));
  }

  /** The version of a layer that a job made. */
  private record Made(int layer, int version) {}

  private Made made(JobRecord job) {
    JsonNode report = report(job);
    JsonNode made = report.path("layers").path(0);
    if (made.isMissingNode()) {
      throw new NotFoundResponse("job " + job.id() + " made no version of a layer");
    }
    LayerRecord layer =
        history.listLayers(report.path("city").asText()).stream()
            .filter(l -> Codes.of(l.key().type()).equals(report.path("type").asText()))
            .filter(l -> l.key().kind().equals(made.path("kind").asText()))
            .filter(l -> l.key().source().equals(made.path("source").asText()))
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse("its layer is not there any more"));
    return new Made(layer.id(), made.path("version").asInt());
  }

  private static JsonNode report(JobRecord job) {
    try {
      return Json.mapper().readTree(job.yield().result().orElse("{}"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("job " + job.id() + " has a result of no JSON", e);
    }
  }

  private void refusedCsv(Context context, int layer, int version) throws IOException {
    send(
        context,
        "refused-" + layer + "-" + version,
        out -> RefusedCsv.write(history, layer, version, out));
  }

  private void sendGeoPackage(Context context, int layer, int version) throws IOException {
    Path folder = Files.createTempDirectory("gapmap-refused");
    Path file = folder.resolve("refused.gpkg");
    try {
      RefusedGeoPackage.write(history, layer, version, file);
      context
          .contentType("application/geopackage+sqlite3")
          .header(
              "Content-Disposition",
              "attachment; filename=\"refused-" + layer + "-" + version + ".gpkg\"")
          .result(Files.readAllBytes(file));
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private interface Rows {
    void write(Writer out) throws IOException;
  }

  private static void send(Context context, String name, Rows rows) throws IOException {
    // Written aside first, so that a version without refused rows is still told as an error.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      out.append(RunCsv.BYTE_ORDER_MARK);
      rows.write(out);
    }
    context
        .contentType("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
        .result(bytes.toByteArray());
  }

  record Restored(String city, int dataVersion) {}

  void restore(Context context) {
    int layer = layer(context);
    JsonNode version;
    try {
      version = Json.mapper().readTree(context.body()).path("version");
    } catch (JsonProcessingException e) {
      throw new UserError("the request's body is not JSON", "body", "send {\"version\": n}", e);
    }
    if (!version.isInt()) {
      throw new UserError("it names no version", "version", "send {\"version\": n}");
    }
    LayerHistory.Changed changed = history.restore(layer, version.intValue(), "");
    cities.forget(changed.city());
    context.json(new Restored(changed.city(), changed.dataVersion()));
  }

  private static int layer(Context context) {
    return Parameters.whole("layer", context.pathParam("layer"));
  }

  private static int number(Context context) {
    return Parameters.whole("version", context.pathParam("version"));
  }
}
