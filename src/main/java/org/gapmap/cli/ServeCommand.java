package org.gapmap.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the map until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Serves the map and its API until Ctrl-C.",
      "",
      "Listens on this machine only, unless --bind says otherwise.",
      ""
    },
    footer = {
      "",
      "Requests that write must carry the token where one is set:",
      "  curl -H \"Authorization: Bearer $GAPMAP_TOKEN\" -H 'Content-Type: application/json' \\",
      "      -d '{\"city\":\"yangpu\"}' http://127.0.0.1:8080/api/runs"
    })
public final class ServeCommand implements Callable<Integer> {
  private final Consumer<Optional<Path>> useStandards;
  private final Runnable loadDemonstration;
  private final ToIntFunction<ServeOptions> listen;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port; 0 = any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = {
        "Address to listen on; 0.0.0.0 = all. Default: ${DEFAULT-VALUE}.",
        "Anything but loopback demands a token."
      })
  private String bind;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = "${env:GAPMAP_TOKEN}",
      showDefaultValue = Visibility.NEVER,
      description = {
        "Secret that every request that writes must carry, 16 characters or more.",
        "Better set as GAPMAP_TOKEN: options are seen in the list of processes."
      })
  private @Nullable String token;

  @Option(
      names = "--base-path",
      paramLabel = "PATH",
      defaultValue = "/",
      description = "Path under which a reverse proxy shows the page, like /gapmap.")
  private String basePath;

  @Option(
      names = "--import-folder",
      paramLabel = "FOLDER",
      defaultValue = "${env:GAPMAP_IMPORT_FOLDER}",
      showDefaultValue = Visibility.NEVER,
      description = {
        "Folder of files that whoever may write can import from the page, besides what is sent.",
        "Also set as GAPMAP_IMPORT_FOLDER. Default: none."
      })
  private @Nullable String importFolder;

  @Option(
      names = "--demo",
      negatable = true,
      description = {
        "Load the synthetic demonstration city where the database holds no city yet.",
        "Default: not; scripts/run does."
      })
  private boolean withDemonstration;

  @Mixin private StandardsOption standardsOption;

  /**
   * @param useStandards told where the planner's own standards are, before anything else
   * @param loadDemonstration loads the demonstration city where the database holds no city
   * @param listen starts the server and gives the port it listens on
   */
  @SuppressWarnings("NullAway.Init")
  public ServeCommand(
      Consumer<Optional<Path>> useStandards,
      Runnable loadDemonstration,
      ToIntFunction<ServeOptions> listen) {
    this.useStandards = useStandards;
    this.loadDemonstration = loadDemonstration;
    this.listen = listen;
  }

  @Override
  public Integer call() throws InterruptedException {
    ServeOptions options =
        new ServeOptions(
            bind,
            port,
            basePath,
            Optional.ofNullable(token).filter(text -> !text.isBlank()),
            Optional.ofNullable(importFolder).filter(text -> !text.isBlank()).map(Path::of));
    useStandards.accept(standardsOption.folder());
    if (withDemonstration) {
      loadDemonstration.run();
    }
    int actualPort = listen.applyAsInt(options);
    PrintWriter out = spec.commandLine().getOut();
    out.println("GapMap is ready at " + options.url(actualPort));
    if (options.reachableByOthers()) {
      out.println(
          "Others can reach it at "
              + bind
              + ": every request that writes must carry 'Authorization: Bearer TOKEN'.");
    }
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }
}
