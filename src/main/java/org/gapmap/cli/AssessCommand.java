package org.gapmap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gapmap.assess.CheckUp;
import org.gapmap.assess.Cities;
import org.gapmap.assess.City;
import org.gapmap.assess.DistanceChoice;
import org.gapmap.assess.IndicatorTable;
import org.gapmap.assess.Indicators;
import org.gapmap.domain.AreaLevel;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.export.IndicatorCsv;
import org.gapmap.export.RunCsv;
import org.gapmap.jobs.JobRequest;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.store.RunKind;
import org.gapmap.store.RunStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Assesses a city against a standard, stores the run, and writes its rows. */
@Command(
    name = "assess",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Assesses a city against a standard: one row per community and kind.",
      "",
      "Rows go to standard output as CSV, or to a file; a summary goes to standard error. The run is"
          + " stored with the standard and the data version.",
      ""
    },
    footer = {
      "",
      "Columns: community_id, community, kind, radius_m, mode (straight, walked along streets, or",
      "estimated where no streets are known), share (of the area served), status",
      "(met, partial, gap, unknown), residents, residents_out_of_reach (residents x (1 - share)),",
      "nearest_facility, nearest_m (from the nearest point of the community, 0 inside),",
      "target_group, people_basis (counted, estimated), group_people, share_of_people, served,",
      "without_capacity (in reach, but the facilities are full), group_out_of_reach (the three add",
      "up to group_people; counts under 5 are written <5, what would give them back masked),",
      "quantity_gap, unit, and where the radius comes from: clause, source, year, verification, local_choice; least_sizes and",
      "norm_verification say how far the least sizes and the capacity norm were checked.",
      "What is unknown is left empty, and is no gap: import a list of the kind, and say where it is",
      "complete. A file starts with a byte order mark, so that Excel reads it as UTF-8."
    })
public final class AssessCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";

  private final Consumer<Optional<Path>> useStandards;
  private final Supplier<Cities> cities;
  private final Supplier<StandardsLibrary> standards;
  private final Supplier<CheckUp> checkUp;
  private final Supplier<Indicators> indicators;
  private final AttendedJobs jobs;

  @Spec private CommandSpec spec;

  @Option(
      names = "--city",
      paramLabel = "CITY",
      description = {
        "Key of the city. May be left out where there is one besides the demonstration."
      })
  private @Nullable String city;

  @Option(
      names = "--standard",
      paramLabel = "ID",
      defaultValue = "old-community-renewal",
      description = "Standard to judge by. Default: ${DEFAULT-VALUE}.")
  private String standard;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = {
        "straight or walking: how distance is measured, in place of each row's own way. Walks go"
            + " along the city's streets; where it has none they are estimated."
      })
  private @Nullable String mode;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      defaultValue = STANDARD_OUTPUT,
      description = "File for the rows; - = standard output. Default: ${DEFAULT-VALUE}.")
  private String csv;

  @Option(
      names = "--indicators",
      paramLabel = "FILE",
      description = {
        "Also write the city check-up's indicators, of every year and for the city and each of its"
            + " areas, as CSV to this file."
      })
  private @Nullable String indicatorFile;

  @Option(
      names = "--progress",
      negatable = true,
      description = {"Show on standard error how far it is."})
  private @Nullable Boolean progress;

  @Mixin private StandardsOption standardsOption;

  /** The suppliers open the database at their first use. */
  @SuppressWarnings("NullAway.Init")
  public AssessCommand(
      Consumer<Optional<Path>> useStandards,
      Supplier<Cities> cities,
      Supplier<StandardsLibrary> standards,
      Supplier<CheckUp> checkUp,
      Supplier<Indicators> indicators,
      AttendedJobs jobs) {
    this.jobs = jobs;
    this.useStandards = useStandards;
    this.cities = cities;
    this.standards = standards;
    this.checkUp = checkUp;
    this.indicators = indicators;
  }

  @Override
  public Integer call() throws IOException {
    useStandards.accept(standardsOption.folder());
    ServiceStandard named = standards.get().get(standard);
    ServiceStandard judgedBy =
        mode == null ? named : DistanceChoice.in(named, DistanceChoice.modeOf(mode, "--mode"));
    City judged = cities.get().getOrOnly(Optional.ofNullable(city));
    CheckUp.Run run = assess(judged, judgedBy);
    write(run.id());
    if (indicatorFile != null) {
      List<IndicatorTable> tables = tables(judged, judgedBy);
      CsvFile.write(indicatorFile, out -> IndicatorCsv.write(tables, out));
    }
    summarise(judged, judgedBy, run);
    return 0;
  }

  private CheckUp.Run assess(City judged, ServiceStandard judgedBy) {
    return jobs.run(
        new JobRequest(
            "assessment",
            new LocalizedText("评估 " + judged.name(), "Assessment of " + judged.name()),
            Optional.empty()),
        ProgressShown.of(progress, false, false),
        spec.commandLine().getErr(),
        told -> checkUp.get().run(judged, judgedBy, told),
        run -> RunStore.resultJson(run.id(), judged.key(), judged.dataVersion(), judgedBy));
  }

  private void write(long run) throws IOException {
    if (csv.equals(STANDARD_OUTPUT)) {
      RunCsv.write(checkUp.get().runs(), run, spec.commandLine().getOut());
      return;
    }
    CsvFile.write(csv, out -> RunCsv.write(checkUp.get().runs(), run, out));
  }

  /** Every year, for the city and each level that it has areas of. */
  private List<IndicatorTable> tables(City judged, ServiceStandard judgedBy) {
    List<IndicatorTable> tables = new ArrayList<>();
    for (int edition : indicators.get().editions()) {
      tables.add(indicators.get().table(judged, judgedBy, edition, Optional.empty()));
      for (AreaLevel level : AreaLevel.values()) {
        if (judged.surroundings().areas().stream().anyMatch(area -> area.level() == level)) {
          tables.add(indicators.get().table(judged, judgedBy, edition, Optional.of(level)));
        }
      }
    }
    return tables;
  }

  private void summarise(City judged, ServiceStandard judgedBy, CheckUp.Run run) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        Locale.ROOT,
        "Run %d: %s, data version %d, against %s (%s)%n",
        run.id(),
        judged.name(),
        judged.dataVersion(),
        judgedBy.name().en(),
        judgedBy.id());
    err.printf(
        Locale.ROOT,
        "%-32s %8s %-9s %6s %8s %6s %8s%n",
        "kind",
        "radius",
        "measured",
        "met",
        "partial",
        "gap",
        "unknown");
    for (RunKind kind : run.kinds()) {
      err.printf(
          Locale.ROOT,
          "%-32s %6.0f m %-9s %6d %8d %6d %8d%n",
          kind.rule().kind(),
          kind.rule().radiusMetres(),
          kind.rule().mode(),
          kind.columns().count("met"),
          kind.columns().count("partial"),
          kind.columns().count("gap"),
          kind.columns().count("unknown"));
    }
    List<String> notJudged =
        judgedBy.rules().stream()
            .filter(rule -> rule.radiusMetres().isEmpty())
            .map(rule -> rule.kind())
            .toList();
    if (!notJudged.isEmpty()) {
      err.println("Not judged by distance: " + String.join(", ", notJudged));
    }
    if (judged.demonstration()) {
      err.println("This city is synthetic: a demonstration, no real place.");
    }
    err.flush();
  }
}
