package org.gapmap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.gapmap.domain.UserError;
import org.gapmap.export.RefusedCsv;
import org.gapmap.export.RefusedGeoPackage;
import org.gapmap.store.Codes;
import org.gapmap.store.LayerHistory;
import org.gapmap.store.LayerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists layers with their versions, and brings an earlier one back. */
@Command(
    name = "layers",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lists a city's layers with all their versions: file, rows, refused rows, hash, when, who.",
      "The current version of each is marked with *, one whose rows are no longer kept with -.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  gapmap layers --city shanghai",
      "  gapmap layers restore --layer 3 --version 2",
      "  gapmap layers refused --layer 3 --out refused.csv",
      "  gapmap layers remove --layer 3"
    })
public final class LayersCommand implements Callable<Integer> {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final int HASH_DIGITS = 12;

  private final Supplier<LayerHistory> history;
  private final Supplier<List<String>> cities;

  @Spec private CommandSpec spec;

  @Option(
      names = "--city",
      paramLabel = "CITY",
      description = "Key of the city. Default: all cities.")
  private @Nullable String city;

  /** The suppliers open the database at their first use. */
  @SuppressWarnings("NullAway.Init")
  public LayersCommand(Supplier<LayerHistory> history, Supplier<List<String>> cities) {
    this.history = history;
    this.cities = cities;
  }

  @Override
  public Integer call() {
    List<String> known = cities.get();
    if (city != null && !known.contains(city)) {
      throw new UserError(
          "there is no city '" + city + "'", "--city", "take one of " + String.join(", ", known));
    }
    PrintWriter out = spec.commandLine().getOut();
    for (String each : city == null ? known : List.of(city)) {
      for (LayerRecord layer : history.get().listLayers(each)) {
        print(layer, out);
      }
    }
    out.flush();
    return 0;
  }

  private static void print(LayerRecord layer, PrintWriter out) {
    String kind = layer.key().kind().isEmpty() ? "" : " / " + layer.key().kind();
    out.println(
        "layer %d: %s / %s%s / %s%s"
            .formatted(
                layer.id(),
                layer.key().city(),
                Codes.of(layer.key().type()),
                kind,
                layer.key().source(),
                layer.current() == 0 ? " (removed)" : ""));
    for (LayerRecord.Version version : layer.versions()) {
      LayerRecord.ImportedFile file = version.file();
      boolean current = version.number() == layer.current();
      String hash = file.sha256();
      out.println(
          "  %s %d  %s  %d rows, %d refused  %s  %s  %s  %s"
              .formatted(
                  current ? "*" : version.restorable() ? " " : "-",
                  version.number(),
                  WHEN.format(version.importedAt()),
                  version.rows(),
                  file.refused(),
                  Codes.of(file.mode()),
                  file.by().isEmpty() ? "?" : file.by(),
                  hash.isEmpty() ? "?" : hash.substring(0, Math.min(HASH_DIGITS, hash.length())),
                  file.name()));
    }
  }

  @Command(name = "restore", description = "Makes an earlier version of a layer the current one.")
  int restore(
      @Option(
              names = {"-h", "--help"},
              usageHelp = true,
              description = "Show this help.")
          boolean help,
      @Option(names = "--layer", required = true, paramLabel = "ID") int layer,
      @Option(names = "--version", required = true, paramLabel = "N") int version) {
    LayerHistory.Changed changed = history.get().restore(layer, version, user());
    return told(
        "Version %d is the layer's current one; the data version of city '%s' is now %d"
            .formatted(version, changed.city(), changed.dataVersion()));
  }

  @Command(
      name = "remove",
      description = {
        "Leaves a layer out of its city from now on. Its versions are kept, and any of the last",
        "ten can be restored."
      })
  int remove(
      @Option(
              names = {"-h", "--help"},
              usageHelp = true,
              description = "Show this help.")
          boolean help,
      @Option(names = "--layer", required = true, paramLabel = "ID") int layer) {
    LayerHistory.Changed changed = history.get().remove(layer, user());
    return told(
        "The layer is no longer in city '%s', whose data version is now %d"
            .formatted(changed.city(), changed.dataVersion()));
  }

  @Command(
      name = "refused",
      description = {
        "Writes the rows that an import refused as CSV or GeoPackage: their own columns, the row, the reason and",
        "what to do. Put them right and import the file with --mode upsert."
      })
  int refused(
      @Option(
              names = {"-h", "--help"},
              usageHelp = true,
              description = "Show this help.")
          boolean help,
      @Option(names = "--layer", required = true, paramLabel = "ID") int layer,
      @Option(
              names = "--version",
              paramLabel = "N",
              defaultValue = "0",
              description = "Default: the current one.")
          int version,
      @Option(names = "--out", required = true, paramLabel = "FILE.csv|FILE.gpkg") String file)
      throws IOException {
    int wanted = version == 0 ? history.get().getLayer(layer).current() : version;
    if (file.toLowerCase(Locale.ROOT).endsWith(".gpkg")) {
      Path geoPackage = Path.of(file);
      if (Files.exists(geoPackage)) {
        throw new UserError("the file is there already", file, "name another one");
      }
      RefusedGeoPackage.write(history.get(), layer, wanted, geoPackage);
    } else {
      CsvFile.write(file, out -> RefusedCsv.write(history.get(), layer, wanted, out));
    }
    return told(
        history.get().getVersion(layer, wanted).version().file().refused()
            + " refused rows in "
            + file);
  }

  private int told(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
    return 0;
  }

  private static String user() {
    return System.getProperty("user.name", "");
  }
}
