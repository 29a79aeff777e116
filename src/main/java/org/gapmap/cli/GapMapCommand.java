package org.gapmap.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: what it is for, and which commands it has. */
@Command(
    name = "gapmap",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Shows which residential communities are out of reach of the services that the standards"
            + " promise them.",
    footerHeading = "%nFrom files to a map:%n",
    footer = {
      "  gapmap import communities communities.zip --city yangpu --source planning-office",
      "  gapmap import facilities canteens.csv --kind elderly_canteen --crs gcj02 \\",
      "      --city yangpu --source civil-affairs",
      "  gapmap assess --city yangpu --standard old-community-renewal --csv gaps.csv",
      "  gapmap compare --city yangpu --from 3 --to 4 --csv quarter.csv",
      "  gapmap serve",
      "",
      "Environment:",
      "  GAPMAP_HOME          folder of the database and the log",
      "                       (~/.local/share/gapmap; for root /var/lib/gapmap)",
      "  GAPMAP_DATABASE_URL  a PostGIS of your own instead of the embedded one:",
      "                       postgres://user:password@host:5432/database",
      "  GAPMAP_LIMIT_...     how much may be read of a file (see docs/operations.md)",
      "  GAPMAP_STANDARDS_DIR folder of standards of your own (see gapmap check-standards --help)",
      "  GAPMAP_IMPORT_FOLDER folder to import from on the page (see gapmap serve --help)",
      "  GAPMAP_BASEMAP_URL   a background map of others (see docs/operations.md)",
      "  GAPMAP_TOKEN         what requests that write must carry (see gapmap serve --help)",
      "",
      "Exit codes: 0 done; 2 something for you to put right, said in one line; 130 cancelled;",
      "1 a bug in GapMap, its cause in GAPMAP_HOME/log/gapmap.log."
    })
public final class GapMapCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "which command? serve, import, layers, assess, compare, generate or check-standards");
  }
}
