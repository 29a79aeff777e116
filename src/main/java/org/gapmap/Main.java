package org.gapmap;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gapmap.cli.AssessCommand;
import org.gapmap.cli.AttendedJobs;
import org.gapmap.cli.CheckStandardsCommand;
import org.gapmap.cli.CompareCommand;
import org.gapmap.cli.ExportCommand;
import org.gapmap.cli.GapMapCommand;
import org.gapmap.cli.GenerateCommand;
import org.gapmap.cli.ImportCommand;
import org.gapmap.cli.LayersCommand;
import org.gapmap.cli.ServeCommand;
import org.gapmap.domain.UserError;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.source.ReadLimits;
import org.gapmap.jobs.CancelledException;
import org.gapmap.store.CityRecord;
import org.gapmap.store.HomeFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Picks a command, opens what it needs, and turns what it throws into an exit code: 2 and one line
 * for the user's error, 1 and an id for a bug.
 */
public final class Main implements IVersionProvider {
  private static final int USER_ERROR = 2;
  private static final int BUG = 1;
  private static final int CANCELLED = 130;
  private static final int PATIENCE_SECONDS = 10;
  private static final int HELP_WIDTH = 100;

  private final Map<String, String> environment;
  private final PrintWriter errors;
  private @Nullable HomeFolder home;
  private @Nullable App app;
  private Optional<Path> ownStandards = Optional.empty();
  private volatile boolean stopping;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Main(Map<String, String> environment, PrintWriter errors) {
    this.environment = environment;
    this.errors = errors;
  }

  public static void main(String[] arguments) {
    PrintWriter out = utf8(FileDescriptor.out);
    Main main = new Main(System.getenv(), utf8(FileDescriptor.err));
    int exitCode = main.run(out, arguments);
    out.flush();
    System.exit(exitCode);
  }

  private int run(PrintWriter out, String[] arguments) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    if (arguments.length > 0 && arguments[0].equals("import")) {
      Thread words = new Thread(ImportLayer::readWords, "words");
      words.setDaemon(true);
      words.start();
    }
    CommandLine commands =
        commands(arguments)
            .setUsageHelpWidth(HELP_WIDTH)
            .setOverwrittenOptionsAllowed(true)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(out)
            .setErr(errors)
            .setExecutionStrategy(this::execute)
            .setParameterExceptionHandler((refused, words) -> complain(refused))
            .setExecutionExceptionHandler((failed, command, parsed) -> report(failed));
    commands.getCommandSpec().versionProvider(this);
    commands.getSubcommands().values().forEach(c -> c.getCommandSpec().versionProvider(this));
    try {
      int exitCode = commands.execute(arguments);
      close();
      return exitCode;
    } catch (Exception | Error failed) {
      return report(failed);
    } finally {
      ended.countDown();
    }
  }

  /**
   * Whoever names a command gets that one alone: to make each takes a tenth of an import's start.
   */
  private CommandLine commands(String[] arguments) {
    Map<String, Supplier<Object>> known = known();
    CommandLine commands = new CommandLine(new GapMapCommand());
    if (arguments.length > 0 && known.containsKey(arguments[0])) {
      known.keySet().retainAll(Set.of(arguments[0]));
    }
    known.forEach((name, made) -> commands.addSubcommand(name, made.get()));
    return commands;
  }

  /** By their names, in the order of the help. */
  private Map<String, Supplier<Object>> known() {
    AttendedJobs attended = new AttendedJobs(() -> app().jobs());
    Map<String, Supplier<Object>> known = new LinkedHashMap<>();
    known.put(
        "serve",
        () ->
            new ServeCommand(
                this::useStandards, this::loadDemonstration, options -> app().listen(options)));
    known.put(
        "import",
        () ->
            new ImportCommand(
                () -> app().imports(),
                () -> app().doctor(),
                () -> app().cities(),
                () -> ReadLimits.of(environment),
                attended));
    known.put(
        "layers",
        () ->
            new LayersCommand(
                () -> app().layerHistory(),
                () -> app().cities().list().stream().map(CityRecord::key).toList()));
    known.put(
        "assess",
        () ->
            new AssessCommand(
                this::useStandards,
                () -> app().cities(),
                () -> app().standards(),
                () -> app().checkUp(),
                () -> app().indicators(),
                attended));
    known.put(
        "compare",
        () ->
            new CompareCommand(
                this::useStandards,
                () -> app().cities(),
                () -> app().standards(),
                () -> app().comparisons(),
                () -> app().standardComparison()));
    known.put(
        "export",
        () -> new ExportCommand(() -> app().cities(), () -> app().exports(), () -> app().jobs()));
    known.put("generate", GenerateCommand::new);
    known.put("check-standards", CheckStandardsCommand::new);
    return known;
  }

  /** The log needs the home folder, which nobody needs who only asks for help. */
  private int execute(ParseResult parsed) {
    Optional<Integer> helped = Optional.ofNullable(CommandLine.executeHelpRequest(parsed));
    if (helped.isPresent()) {
      return helped.get();
    }
    if (parsed.hasSubcommand()) {
      try {
        openLog(parsed.subcommand().commandSpec().userObject() instanceof ServeCommand);
      } catch (UserError refused) {
        return report(refused);
      }
    }
    return new RunLast().execute(parsed);
  }

  private void openLog(boolean serving) {
    HomeFolder located = HomeFolder.locate(environment);
    home = located;
    System.setProperty("gapmap.log", located.log().toString());
    System.setProperty("gapmap.console", serving ? "WARN" : "OFF");
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  private synchronized App app() {
    if (app == null) {
      try {
        app = App.open(Objects.requireNonNull(home), environment, ownStandards);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return app;
  }

  private void useStandards(Optional<Path> folder) {
    ownStandards = folder;
  }

  /** The starting scripts say where its files are. */
  private void loadDemonstration() {
    Path folder = Path.of(System.getProperty("gapmap.demonstration", "data"));
    app()
        .demonstration()
        .loadWhereEmpty(folder, () -> say("Loading the synthetic demonstration city ..."));
  }

  private void stop() {
    stopping = true;
    try {
      if (cancelAttended()) {
        // What was stopped says so, and what it left is gone, before the database goes.
        ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      close();
    } catch (Exception failed) {
      report(failed);
    }
  }

  private synchronized boolean cancelAttended() {
    return app != null && app.jobs().cancelAttended();
  }

  private synchronized void close() throws IOException {
    if (app != null) {
      app.close();
    }
  }

  private int complain(ParameterException refused) {
    CommandLine command = refused.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    say(name + ": " + oneLine(refused) + "; see " + name + " --help");
    return USER_ERROR;
  }

  private int report(Throwable failed) {
    if (failed instanceof CancelledException) {
      say("gapmap: cancelled; nothing was stored");
      return CANCELLED;
    }
    if (stopping) {
      // Whatever was under way has lost its database: that was asked for, and is no news.
      logger().ifPresent(log -> log.info("Given up, since the program is stopping", failed));
      return BUG;
    }
    if (failed instanceof UserError refused) {
      logger().ifPresent(log -> log.info("Refused: {}", refused.getMessage(), refused));
      say("gapmap: " + oneLine(refused));
      return USER_ERROR;
    }
    String id = UUID.randomUUID().toString().substring(0, 8);
    logger().ifPresent(log -> log.error("Bug {}", id, failed));
    say("gapmap: a bug in GapMap, id " + id + "; its cause is in " + causeOf(failed));
    return BUG;
  }

  private String causeOf(Throwable failed) {
    return home == null ? "this: " + failed : home.log().toString();
  }

  /** Absent as long as it is not known where the log goes. */
  private Optional<Logger> logger() {
    return home == null ? Optional.empty() : Optional.of(LoggerFactory.getLogger(Main.class));
  }

  private void say(String line) {
    errors.println(line);
    errors.flush();
  }

  private static String oneLine(Exception failed) {
    return String.valueOf(failed.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {"GapMap " + (version == null ? "(not packaged)" : version)};
  }
}
