package org.gapmap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gapmap.domain.UserError;
import org.gapmap.generate.SyntheticCity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a synthetic city. Needs no database. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a synthetic old town as shapefiles (GBK, CGCS2000 metres).",
      "",
      "Areas, streets, communities, facilities of ten kinds, parks, land use, buildings, idle"
          + " premises, and demonstration.yaml, which lists them. The same seed and number give the"
          + " same bytes. Nothing in it exists.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  gapmap generate --out data                            the demonstration city, as shipped",
      "  gapmap generate --communities 220000 --out country    a country, for benchmarks"
    })
public final class GenerateCommand implements Callable<Integer> {
  /** The seed of the city that is shipped in {@code data/}. */
  static final long DEMONSTRATION_SEED = 20260101;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + DEMONSTRATION_SEED,
      description = "Another number, another city. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--communities",
      paramLabel = "N",
      defaultValue = "300",
      description = "How many, 60 to 400000; towns of about 300 each. Default: ${DEFAULT-VALUE}.")
  private int communities;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Where to write; files of the same names are overwritten.")
  private Path out;

  @Option(names = "--no-buildings", description = "Leave out the houses of the compounds.")
  private boolean noBuildings;

  @Spec private CommandSpec spec;

  /** Picocli sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public GenerateCommand() {}

  @Override
  public Integer call() {
    if (communities < SyntheticCity.FEWEST_COMMUNITIES
        || communities > SyntheticCity.MOST_COMMUNITIES) {
      throw new UserError(
          communities + " communities cannot be made",
          "--communities",
          "choose a number from "
              + SyntheticCity.FEWEST_COMMUNITIES
              + " to "
              + SyntheticCity.MOST_COMMUNITIES);
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new UserError("this is a file, not a folder", out.toString(), "name a folder");
    }
    try {
      SyntheticCity.write(seed, communities, out, !noBuildings);
    } catch (IOException failed) {
      throw new UserError(
          "the city cannot be written (" + failed.getMessage() + ")",
          out.toString(),
          "see that the folder can be written to and has room",
          failed);
    }
    spec.commandLine()
        .getOut()
        .println(communities + " synthetic communities, seed " + seed + ", written to " + out);
    return 0;
  }
}
