package org.gapmap.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gapmap.assess.Cities;
import org.gapmap.domain.LayerKey;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.export.ExportFormat;
import org.gapmap.export.ExportJson;
import org.gapmap.export.ExportRequest;
import org.gapmap.export.Exports;
import org.gapmap.jobs.Job;
import org.gapmap.jobs.JobOutcome;
import org.gapmap.jobs.JobRequest;
import org.gapmap.jobs.Jobs;
import org.gapmap.store.Codes;
import org.gapmap.store.StoredLayer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a layer or a stored assessment to a file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a layer or a stored assessment to a file.",
      "",
      "A layer is named by its id, or by as many words as tell it from the others: its type, kind"
          + " and source, parted by slashes. An assessment is named run:ID. What the format can't"
          + " hold is listed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  gapmap export communities --out communities.gpkg",
      "  gapmap export facilities/elderly_canteen --out canteens.xlsx",
      "  gapmap export communities/planning-office --version 3 --crs local --out v3.zip",
      "  gapmap export run:12 --out assessment.gpkg"
    })
public final class ExportCommand implements Callable<Integer> {
  private static final String RUN = "run:";

  private final Supplier<Cities> cities;
  private final Supplier<Exports> exports;
  private final Supplier<Jobs> jobs;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "LAYER", description = "The layer, or run:ID for an assessment.")
  private String what;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The file: .gpkg, .zip (a shapefile), .geojson, .csv or .xlsx.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "gpkg, shp, geojson, csv or xlsx. Default: as the file's name ends.")
  private @Nullable String format;

  @Option(
      names = "--crs",
      paramLabel = "CRS",
      defaultValue = ExportRequest.DEFAULT_CRS,
      description = {
        "EPSG:n, or local for the 3-degree Gauss-Kruger zone of the city's middle."
            + " Default: ${DEFAULT-VALUE}."
      })
  private String crs;

  @Option(
      names = "--version",
      paramLabel = "N",
      description = "An earlier version of the layer. Default: the current one.")
  private @Nullable Integer version;

  @Option(
      names = "--city",
      paramLabel = "CITY",
      description =
          "Key of the city. May be left out where there is one besides the demonstration.")
  private @Nullable String city;

  @Option(names = "--force", description = "Replace the file where it is there.")
  private boolean force;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  /** The suppliers open the database at their first use. */
  @SuppressWarnings("NullAway.Init")
  public ExportCommand(Supplier<Cities> cities, Supplier<Exports> exports, Supplier<Jobs> jobs) {
    this.cities = cities;
    this.exports = exports;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    ExportFormat wanted =
        format == null
            ? ExportFormat.ofFile(out.toString(), "--out")
            : ExportFormat.get(format, "--format");
    requirePlace();
    ExportRequest request = new ExportRequest(asked(), wanted, crs);
    LocalizedText title = new LocalizedText("导出 " + out, "Export " + out);
    Job job =
        jobs.get()
            .submit(
                new JobRequest("export", title, Optional.empty()),
                progress ->
                    JobOutcome.of(
                        ExportJson.of(exports.get().run(request, out, progress)).toString()));
    print(job.join().result());
    return 0;
  }

  private void requirePlace() {
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(out)) {
      throw new UserError(
          "no file can be written there", out.toString(), "name a file in a folder that exists");
    }
    if (Files.exists(out) && !force) {
      throw new UserError(
          "the file is there already", out.toString(), "name another one, or add --force");
    }
  }

  private ExportRequest.What asked() {
    if (what.startsWith(RUN)) {
      if (version != null) {
        throw new UserError("an assessment has no versions", "--version", "leave it out");
      }
      return new ExportRequest.Run(number(what.substring(RUN.length())));
    }
    OptionalInt number = version == null ? OptionalInt.empty() : OptionalInt.of(version);
    if (what.matches("[0-9]{1,9}")) {
      return new ExportRequest.Layer(Integer.parseInt(what), number);
    }
    String key = cities.get().getOrOnly(Optional.ofNullable(city)).key();
    List<StoredLayer> all = exports.get().listLayers(key);
    List<StoredLayer> meant = all.stream().filter(this::isMeant).toList();
    if (meant.size() == 1) {
      return new ExportRequest.Layer(meant.get(0).layer(), number);
    }
    throw new UserError(
        meant.isEmpty()
            ? "city '" + key + "' has no layer '" + what + "'"
            : "'" + what + "' is " + meant.size() + " layers",
        "gapmap export",
        "name one of: " + listed(meant.isEmpty() ? all : meant));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UserError("'" + text + "' is no number of an assessment", "run:", "give one", e);
    }
  }

  private boolean isMeant(StoredLayer layer) {
    LayerKey key = layer.version().key();
    List<String> names =
        List.of(Codes.of(key.type()), Codes.of(key.type()).replace('_', '-'), key.kind());
    for (String word : what.split("/", -1)) {
      if (!names.contains(word.toLowerCase(Locale.ROOT)) && !key.source().equals(word)) {
        return false;
      }
    }
    return true;
  }

  private static String listed(List<StoredLayer> layers) {
    return layers.isEmpty()
        ? "none is there yet"
        : layers.stream()
            .map(
                layer -> {
                  LayerKey key = layer.version().key();
                  return Codes.of(key.type())
                      + (key.kind().isEmpty() ? "" : "/" + key.kind())
                      + "/"
                      + key.source()
                      + " ("
                      + layer.layer()
                      + ")";
                })
            .collect(Collectors.joining(", "));
  }

  private void print(String result) {
    PrintWriter to = spec.commandLine().getOut();
    if (json) {
      to.println(result);
    } else {
      JsonNode report = tree(result);
      to.println(
          report.path("rows").asText()
              + " rows to "
              + out
              + " ("
              + report.path("format").asText()
              + ", "
              + report.path("crs").asText()
              + ")");
      // As the starting scripts say it; they set a locale of their own for the encoding.
      String language = System.getProperty("gapmap.language", Locale.getDefault().getLanguage());
      String shown = language.equals("zh") ? "zh" : "en";
      report
          .path("cannotHold")
          .forEach(
              lost ->
                  to.println(
                      (shown.equals("zh") ? "此格式无法保存：" : "The format can't hold: ")
                          + lost.path(shown).asText()));
    }
    to.flush();
  }

  private static JsonNode tree(String json) {
    try {
      return new JsonMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report that is no JSON", e);
    }
  }
}
