package org.gapmap.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gapmap.domain.UserError;

/**
 * A PostgreSQL on this machine that has PostGIS.
 *
 * @param bin the folder of initdb, pg_ctl and postgres
 */
record PostgresInstallation(Path bin, Release postgresql, Release postgis) {
  private static final String HOW_TO_INSTALL =
      "install PostgreSQL 15 or newer with PostGIS 3.3 or newer"
          + " (Debian: scripts/run does it; Fedora: dnf install postgresql-server postgis;"
          + " macOS: brew install postgresql postgis),"
          + " or set GAPMAP_DATABASE_URL to a server or container that has them";

  Path program(String name) {
    return bin.resolve(name);
  }

  /**
   * The newest usable installation; of the given major release where a cluster needs exactly that.
   *
   * @throws UserError that names what was found and why it will not do
   */
  static PostgresInstallation get(Optional<Integer> major) {
    return choose(candidateFolders(System.getenv("PATH")), major);
  }

  static PostgresInstallation choose(List<Path> folders, Optional<Integer> major) {
    List<PostgresInstallation> usable = new ArrayList<>();
    List<String> unusable = new ArrayList<>();
    for (Path bin : folders) {
      if (!Files.isExecutable(bin.resolve("initdb"))
          || !Files.isExecutable(bin.resolve("pg_ctl"))) {
        continue;
      }
      Release postgresql = postgresqlIn(bin);
      Optional<Release> postgis = postgisIn(bin, postgresql);
      if (postgresql.isOlderThan(DatabaseCheck.OLDEST_POSTGRESQL)) {
        unusable.add("PostgreSQL " + postgresql + " in " + bin + " is too old");
      } else if (postgis.isEmpty()) {
        unusable.add("PostgreSQL " + postgresql + " in " + bin + " is without PostGIS");
      } else if (postgis.get().isOlderThan(DatabaseCheck.OLDEST_POSTGIS)) {
        unusable.add("PostGIS " + postgis.get() + " of " + bin + " is too old");
      } else if (major.isPresent() && major.get() != postgresql.major()) {
        unusable.add("PostgreSQL " + postgresql + " in " + bin + " cannot open it");
      } else {
        usable.add(new PostgresInstallation(bin, postgresql, postgis.get()));
      }
    }
    String looked = unusable.isEmpty() ? "no PostgreSQL found" : String.join(", ", unusable);
    return usable.stream()
        .max(Comparator.comparingInt(found -> found.postgresql().major()))
        .orElseThrow(
            () ->
                major.isPresent() && !unusable.isEmpty()
                    ? new UserError(
                        "GapMap's database was made by PostgreSQL " + major.get() + ": " + looked,
                        "",
                        "install PostgreSQL "
                            + major.get()
                            + " with PostGIS again, or move the"
                            + " data over (docs/operations.md, Upgrade)")
                    : new UserError(looked, "", HOW_TO_INSTALL));
  }

  /** Folders in which distributions and Homebrew put the server's programs, then the PATH. */
  private static List<Path> candidateFolders(@org.jspecify.annotations.Nullable String path) {
    List<Path> folders = new ArrayList<>();
    folders.addAll(versionsUnder(Path.of("/usr/lib/postgresql"), "*"));
    folders.addAll(versionsUnder(Path.of("/usr"), "pgsql-*"));
    folders.addAll(versionsUnder(Path.of("/opt/homebrew/opt"), "postgresql*"));
    folders.addAll(versionsUnder(Path.of("/usr/local/opt"), "postgresql*"));
    folders.addAll(versionsUnder(Path.of("/Applications/Postgres.app/Contents/Versions"), "*"));
    for (String entry : path == null ? new String[0] : path.split(":", -1)) {
      if (!entry.isEmpty()) {
        folders.add(Path.of(entry));
      }
    }
    return folders;
  }

  private static List<Path> versionsUnder(Path parent, String glob) {
    List<Path> folders = new ArrayList<>();
    if (Files.isDirectory(parent)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, glob)) {
        children.forEach(child -> folders.add(child.resolve("bin")));
      } catch (IOException unreadable) {
        return List.of();
      }
    }
    return folders;
  }

  private static Release postgresqlIn(Path bin) {
    return Release.parse(firstLine(List.of(bin.resolve("pg_ctl").toString(), "--version")));
  }

  /** From the extension's control file: nothing has to be running to know it. */
  private static Optional<Release> postgisIn(Path bin, Release postgresql) {
    return shareFolders(bin, postgresql)
        .map(share -> share.resolve("extension/postgis.control"))
        .filter(Files::isReadable)
        .findFirst()
        .flatMap(PostgresInstallation::defaultVersion);
  }

  private static Stream<Path> shareFolders(Path bin, Release postgresql) {
    Stream<Path> told =
        Stream.of(bin.resolve("pg_config"))
            .filter(Files::isExecutable)
            .map(program -> Path.of(firstLine(List.of(program.toString(), "--sharedir"))));
    // Fedora packs pg_config with the headers, which a server does not have.
    Stream<Path> guessed =
        Stream.of("postgresql/" + postgresql.major(), "postgresql", "pgsql", "")
            .map(name -> bin.resolveSibling("share").resolve(name));
    return Stream.concat(told, guessed);
  }

  private static Optional<Release> defaultVersion(Path control) {
    try (Stream<String> lines = Files.lines(control, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("default_version"))
          .map(Release::parse)
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static String firstLine(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        String line = lines.readLine();
        return line == null ? "" : line;
      }
    } catch (IOException failed) {
      throw new UserError(
          "it cannot be run: " + failed.getMessage(), command.get(0), "install it again", failed);
    }
  }
}
