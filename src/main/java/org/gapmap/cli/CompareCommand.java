package org.gapmap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gapmap.assess.Cities;
import org.gapmap.assess.City;
import org.gapmap.assess.Comparisons;
import org.gapmap.assess.KindCoverage.JudgedBy;
import org.gapmap.assess.StandardComparison;
import org.gapmap.assess.StandardComparison.KindChange;
import org.gapmap.assess.VersionComparison;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.export.StandardComparisonCsv;
import org.gapmap.export.VersionComparisonCsv;
import org.gapmap.standards.StandardsLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares two data versions of a city under one standard, or one version under two. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares a city's data version with an earlier one: what opened, closed, moved or was only"
          + " corrected, and which communities' verdicts changed. With --other, compares what two"
          + " standards say of the city as it is.",
      "",
      "A summary goes to standard output, every change to the file of --csv.",
      ""
    },
    footer = {
      "",
      "Every import makes a data version; gapmap serve lists them under /api/versions. Facilities",
      "are found again by the key of their source, else by kind, like name and place within 50 m.",
      "Columns of data versions: row (facility, community), kind, change (opened, closed, moved,",
      "access, resized, corrected, listed = with the first list of its kind; verdict, added, removed), id, name, before, after (statuses),",
      "share_before, share_after, moved_m, fields (that differ), because (boundary, people,",
      "list_completeness, and the changed facilities in reach), source, file, source_row. Of",
      "standards: kind, judged_in, community_id, community, before, after, share_before,",
      "share_after, because_zh, because_en, together (nothing alone does it), excluded, included",
      "(facilities in reach that are too small now, or large enough now).",
      "What is unknown is left empty."
    })
public final class CompareCommand implements Callable<Integer> {
  private final Consumer<Optional<Path>> useStandards;
  private final Supplier<Cities> cities;
  private final Supplier<StandardsLibrary> standards;
  private final Supplier<Comparisons> comparisons;
  private final Supplier<StandardComparison> standardComparison;

  @Spec private CommandSpec spec;

  @Option(
      names = "--city",
      paramLabel = "CITY",
      description =
          "Key of the city. May be left out where there is one besides the demonstration.")
  private @Nullable String city;

  @Option(
      names = "--standard",
      paramLabel = "ID",
      defaultValue = "old-community-renewal",
      description = "Standard to judge by. Default: ${DEFAULT-VALUE}.")
  private String standard;

  @Option(
      names = "--other",
      paramLabel = "ID",
      description = "Compare with what this standard says, on the current data version.")
  private @Nullable String other;

  @Option(
      names = "--from",
      paramLabel = "VERSION",
      description = "Earlier data version. Default: the one before --to.")
  private @Nullable Integer from;

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "Later data version. Default: the current one.")
  private @Nullable Integer to;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      defaultValue = "area",
      description = {
        "What a verdict is about: the share of the community's area, or of its people (area,"
            + " people). Default: ${DEFAULT-VALUE}."
      })
  private JudgedBy by;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Also write every change as a row to this file.")
  private @Nullable String csv;

  @Mixin private StandardsOption standardsOption;

  /** The suppliers open the database at their first use. */
  @SuppressWarnings("NullAway.Init")
  public CompareCommand(
      Consumer<Optional<Path>> useStandards,
      Supplier<Cities> cities,
      Supplier<StandardsLibrary> standards,
      Supplier<Comparisons> comparisons,
      Supplier<StandardComparison> standardComparison) {
    this.useStandards = useStandards;
    this.cities = cities;
    this.standards = standards;
    this.comparisons = comparisons;
    this.standardComparison = standardComparison;
  }

  @Override
  public Integer call() throws IOException {
    useStandards.accept(standardsOption.folder());
    ServiceStandard judgedBy = standards.get().get(standard);
    City compared = cities.get().getOrOnly(Optional.ofNullable(city));
    PrintWriter out = spec.commandLine().getOut();
    if (other != null) {
      compareStandards(compared, judgedBy, standards.get().get(other), out);
    } else {
      compareVersions(compared, judgedBy, out);
    }
    if (compared.demonstration()) {
      out.println("This city is synthetic: a demonstration, no real place.");
    }
    out.flush();
    return 0;
  }

  private void compareVersions(City compared, ServiceStandard judgedBy, PrintWriter out)
      throws IOException {
    VersionComparison comparison =
        comparisons.get().compare(compared.key(), judgedBy, by, version(from), version(to));
    if (csv != null) {
      CsvFile.write(csv, file -> VersionComparisonCsv.write(comparison, file));
    }
    ComparisonText.print(comparison, judgedBy, out);
  }

  private void compareStandards(
      City compared, ServiceStandard judgedBy, ServiceStandard otherStandard, PrintWriter out)
      throws IOException {
    if (from != null || to != null || by != JudgedBy.AREA) {
      throw new UserError(
          "two standards are compared on the current data version, by area",
          "--other",
          "leave --from, --to and --by out");
    }
    if (judgedBy.id().equals(otherStandard.id())) {
      throw new UserError("both are " + judgedBy.id(), "--other", "name another standard");
    }
    List<KindChange> kinds = standardComparison.get().compare(compared, judgedBy, otherStandard);
    if (csv != null) {
      CsvFile.write(
          csv, file -> StandardComparisonCsv.write(compared, kinds, judgedBy, otherStandard, file));
    }
    ComparisonText.print(compared, judgedBy, otherStandard, kinds, out);
  }

  private static OptionalInt version(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
