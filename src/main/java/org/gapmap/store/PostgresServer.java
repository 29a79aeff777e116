package org.gapmap.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gapmap.domain.UserError;
import org.jspecify.annotations.Nullable;

/**
 * One cluster of our own in one folder: {@code data}, {@code password} and {@code server.log}. It
 * listens on a free loopback port and on nothing else. Who may start and stop it is not decided
 * here.
 */
final class PostgresServer {
  static final String USER = "gapmap";
  private static final Pattern PORT = Pattern.compile("\"-p\" \"(\\d{1,5})\"");
  private static final int START_ATTEMPTS = 3;
  private static final int START_SECONDS = 300;
  private static final int PASSWORD_BYTES = 24;

  private final Supplier<PostgresInstallation> installation;
  private @Nullable PostgresInstallation found;
  private final ServerAccount account;
  private final Path folder;

  /**
   * @param installation asked for only where a program of it has to be run
   */
  PostgresServer(Supplier<PostgresInstallation> installation, ServerAccount account, Path folder) {
    this.installation = installation;
    this.account = account;
    this.folder = folder;
  }

  /** Makes the cluster in a folder that exists and is empty. */
  void initialise() throws IOException {
    account.takeOver(folder);
    byte[] secret = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(secret);
    Path password = folder.resolve("password");
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, HexFormat.of().formatHex(secret));
    account.takeOver(password);
    ServerAccount.Outcome made =
        account.run(
            folder,
            List.of(
                program("initdb"),
                "--pgdata=" + data(),
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=" + ServerAccount.locale()));
    if (!made.succeeded()) {
      throw new UserError(
          "the database cannot be made: " + lastLine(made.output()),
          folder.toString(),
          "check that the disk has room and that the account "
              + account.name()
              + " may write there");
    }
  }

  /**
   * Starts the server and waits until it answers, or until pg_ctl is interrupted.
   *
   * @param settings more settings, each {@code name=value}
   */
  void start(List<String> settings) throws IOException {
    removeForeignPidFile();
    ServerAccount.Outcome started = new ServerAccount.Outcome(1, "");
    for (int attempt = 0; attempt < START_ATTEMPTS && !isRunning(); attempt++) {
      // The port may be taken between looking and starting: then another one is tried.
      int port = attempt == 0 ? earlierPort().orElse(freePort()) : freePort();
      List<String> options = new ArrayList<>();
      options.add("-p " + port);
      options.add("-c listen_addresses=127.0.0.1");
      options.add("-c unix_socket_directories=");
      settings.forEach(setting -> options.add("-c " + setting));
      started =
          account.run(
              folder,
              List.of(
                  program("pg_ctl"),
                  "start",
                  "--wait",
                  "--timeout=" + START_SECONDS,
                  "--silent",
                  "--pgdata=" + data(),
                  "--log=" + log(),
                  "--options=" + String.join(" ", options)));
    }
    // A terminal's Ctrl-C ends pg_ctl, but not the server that it has just started.
    if (!isRunning()) {
      throw new UserError(
          "PostgreSQL does not start: " + lastComplaint().orElse(started.output()),
          folder.toString(),
          "see " + log());
    }
  }

  /** Stops it; sessions still open are ended. Nothing to do where it is not running. */
  void stop(String mode) throws IOException {
    if (!isRunning()) {
      return;
    }
    ServerAccount.Outcome stopped =
        account.run(
            folder,
            List.of(
                program("pg_ctl"),
                "stop",
                "--wait",
                "--silent",
                "--mode=" + mode,
                "--pgdata=" + data()));
    if (!stopped.succeeded() && isRunning()) {
      throw new IOException("PostgreSQL did not stop in " + folder + ": " + stopped.output());
    }
  }

  /** Whether the last one that was started left word and lives: it may still not answer. */
  boolean seemsRunning() throws IOException {
    return Files.exists(pidFile()) && !pidFileIsForeign();
  }

  boolean isRunning() throws IOException {
    return !pidFileIsForeign() && statusSaysRunning();
  }

  private boolean statusSaysRunning() throws IOException {
    return account
        .run(folder, List.of(program("pg_ctl"), "status", "--pgdata=" + data()))
        .succeeded();
  }

  /**
   * After a crash the number in {@code postmaster.pid} may have gone to another program, which
   * PostgreSQL, seeing it alive, takes for a server that still runs.
   */
  private boolean pidFileIsForeign() throws IOException {
    if (!Files.exists(pidFile())) {
      return false;
    }
    List<String> lines = Files.readAllLines(pidFile(), StandardCharsets.UTF_8);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
      return true;
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .flatMap(process -> process.info().command())
        .map(command -> !Path.of(command).getFileName().toString().startsWith("postgres"))
        .orElse(false);
  }

  private void removeForeignPidFile() throws IOException {
    if (pidFileIsForeign()) {
      Files.delete(pidFile());
    }
  }

  private Optional<String> lastComplaint() throws IOException {
    if (!Files.isReadable(log())) {
      return Optional.empty();
    }
    return Files.readAllLines(log(), StandardCharsets.UTF_8).stream()
        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
        .reduce((earlier, later) -> later);
  }

  private static String lastLine(String output) {
    return output.lines().reduce("", (earlier, later) -> later.isBlank() ? earlier : later);
  }

  /**
   * A database of the running cluster. The port is the fourth line of {@code postmaster.pid}.
   *
   * @throws SQLTransientConnectionException where the server has not come so far yet
   */
  DatabaseAddress address(String database) throws IOException, SQLTransientConnectionException {
    List<String> lines = Files.exists(pidFile()) ? Files.readAllLines(pidFile()) : List.of();
    if (lines.size() < 4) {
      throw new SQLTransientConnectionException("it is not listening", "08001");
    }
    return DatabaseAddress.onLoopback(
        Integer.parseInt(lines.get(3).strip()),
        database,
        USER,
        Files.readString(folder.resolve("password")).strip());
  }

  Path data() {
    return folder.resolve("data");
  }

  private String program(String name) {
    if (found == null) {
      found = installation.get();
    }
    return found.program(name).toString();
  }

  private Path pidFile() {
    return data().resolve("postmaster.pid");
  }

  private Path log() {
    return folder.resolve("server.log");
  }

  /**
   * That of the last start: whoever lost a server that was killed looks for the next one there. It
   * stands on the command line that PostgreSQL keeps in {@code postmaster.opts}.
   */
  private OptionalInt earlierPort() throws IOException {
    Path options = data().resolve("postmaster.opts");
    if (!Files.exists(options)) {
      return OptionalInt.empty();
    }
    Matcher port = PORT.matcher(Files.readString(options));
    return port.find() ? OptionalInt.of(Integer.parseInt(port.group(1))) : OptionalInt.empty();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
