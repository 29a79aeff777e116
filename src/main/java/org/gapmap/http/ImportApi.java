package org.gapmap.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.gapmap.assess.Cities;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.imports.ImportReport;
import org.gapmap.imports.ImportRequest;
import org.gapmap.imports.ReportJson;
import org.gapmap.imports.SpecJson;
import org.gapmap.imports.TypeSuggestion;
import org.gapmap.imports.doctor.PreviewJson;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.imports.source.Readers;
import org.gapmap.imports.source.SourceLayers;
import org.gapmap.jobs.Job;
import org.gapmap.jobs.JobOutcome;
import org.gapmap.jobs.JobRequest;
import org.gapmap.store.CityRecord;

/** Files become layers. */
final class ImportApi {
  private static final int LONGEST_NAME = 100;

  private static final String FIRST_CITY = "city";
  private static final String EXPECTED = "send a spec as docs/api.md has it";

  private final Cities cities;
  private final LongWork work;

  ImportApi(Cities cities, LongWork work) {
    this.cities = cities;
    this.work = work;
  }

  /**
   * A file that a spec names.
   *
   * @param upload where it was sent to, if it was
   */
  private record Named(Path file, Optional<Path> upload) {}

  record LayerInFile(String name, String geometry, OptionalLong rows) {}

  record Contents(String format, List<LayerInFile> layers, Optional<String> suggestedType) {}

  void layers(Context context) {
    Named named = file(body(context));
    SourceLayers found = Readers.layers(named.file(), ReadOptions.none().within(work.limits()));
    String file = String.valueOf(named.file().getFileName());
    // A file of several layers is asked about again when one of them is chosen.
    Optional<LayerType> type =
        found.layers().size() == 1
            ? TypeSuggestion.of(
                file + " " + found.layers().get(0).name(), found.layers().get(0).geometry())
            : Optional.empty();
    context.json(
        new Contents(
            found.format(),
            found.layers().stream()
                .map(layer -> new LayerInFile(layer.name(), layer.geometry(), layer.rows()))
                .toList(),
            type.map(known -> known.name().toLowerCase(Locale.ROOT))));
  }

  void preview(Context context) {
    JsonNode spec = body(context);
    Named named = file(spec);
    ImportRequest request = request(spec, named, who(context));
    Job job =
        work.jobs()
            .submit(
                new JobRequest("preview", title("查看", "Look at", named), Optional.empty()),
                progress ->
                    JobOutcome.of(
                        PreviewJson.of(work.doctor().examine(request, progress)).toString()));
    JobApi.accepted(context, job);
  }

  void importLayer(Context context) {
    JsonNode spec = body(context);
    Named named = file(spec);
    ImportRequest request = request(spec, named, who(context));
    Job job =
        work.jobs()
            .submit(
                new JobRequest(
                    "import", title("导入", "Import of", named), Optional.of(request.lock())),
                progress -> {
                  ImportReport report = work.imports().run(request, progress);
                  // The news of the commit come too, but whoever sees this job done asks at once.
                  cities.forget(request.destination().city());
                  named.upload().ifPresent(work.folders().uploads()::remove);
                  return JobOutcome.of(ReportJson.of(report).toString());
                });
    JobApi.accepted(context, job);
  }

  private static LocalizedText title(String zh, String en, Named named) {
    String file = String.valueOf(named.file().getFileName());
    return new LocalizedText(zh + " " + file, en + " " + file);
  }

  /** Who asks, as the proxy in front knows it. */
  private static String who(Context context) {
    String user = context.header("X-Remote-User");
    return user == null || user.isBlank()
        ? "page"
        : user.strip().substring(0, Math.min(user.strip().length(), LONGEST_NAME));
  }

  private ImportRequest request(JsonNode spec, Named named, String by) {
    requireNoServerFile(spec.path("completeFor").asText(""));
    return SpecJson.read(spec, new SpecJson.Given(named.file(), city(spec), by, work.limits()));
  }

  private Named file(JsonNode spec) {
    JsonNode upload = spec.path("file").path("upload");
    JsonNode folder = spec.path("file").path("folder");
    if (upload.isTextual() == folder.isTextual()) {
      throw new UserError(
          "the file is not named",
          "file",
          "send {\"upload\": ..} or {\"folder\": path within the import folder}");
    }
    if (folder.isTextual()) {
      return new Named(work.folders().imports().resolve(folder.textValue()), Optional.empty());
    }
    Path sent =
        work.folders()
            .uploads()
            .find(upload.textValue())
            .orElseThrow(
                () ->
                    new UserError(
                        "there is no such upload, or no more",
                        "file.upload",
                        "send the file again"));
    return new Named(work.folders().uploads().layerFile(sent), Optional.of(sent));
  }

  /** The terminal may name a polygon file; from the page it would be any file of the server. */
  private static void requireNoServerFile(String completeFor) {
    try {
      if (!completeFor.isBlank() && Files.exists(Path.of(completeFor.strip()))) {
        throw new UserError(
            "it names a file of the server",
            "completeFor",
            "name imported areas, layer:SOURCE, or all");
      }
    } catch (InvalidPathException e) {
      // No path at all: the names of areas, then.
      return;
    }
  }

  /** Where a spec names none: the only city besides the demonstration, or a first one. */
  private String city(JsonNode spec) {
    if (spec.path("city").isTextual()) {
      return spec.path("city").textValue();
    }
    List<String> own =
        cities.list().stream()
            .filter(known -> !known.demonstration())
            .map(CityRecord::key)
            .toList();
    if (own.size() > 1) {
      throw new UserError(
          "there are several cities: " + String.join(", ", own), "city", "name the city");
    }
    return own.isEmpty() ? FIRST_CITY : own.get(0);
  }

  private static JsonNode body(Context context) {
    try {
      JsonNode body = Json.mapper().readTree(context.body());
      if (body.isObject()) {
        return body;
      }
    } catch (JsonProcessingException e) {
      throw new UserError("the request's body is not JSON", "body", EXPECTED, e);
    }
    throw new UserError("the request's body is no JSON object", "body", EXPECTED);
  }
}
