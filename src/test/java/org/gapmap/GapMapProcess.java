package org.gapmap;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The real program as a process of its own, in a process group of its own, as a shell starts it.
 */
public final class GapMapProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final BufferedReader output;
  private final Path errors;

  private GapMapProcess(Process process, Path errors) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.errors = errors;
  }

  /** What it printed and how it ended. */
  public record Outcome(int exitCode, List<String> output, List<String> errors) {}

  public static GapMapProcess start(Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add("setsid");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", classPath(), "org.gapmap.Main"));
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile("gapmap", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GAPMAP_"));
    builder.environment().putAll(environment);
    return new GapMapProcess(builder.start(), errors);
  }

  /** Runs it to its end. */
  public static Outcome run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    try (GapMapProcess started = start(environment, arguments)) {
      return started.end();
    }
  }

  /** The next line of its output, waited for. */
  public String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("it ended, saying: " + Files.readString(errors));
    }
    return line;
  }

  /** The address in the line with which a server says that it is ready. */
  public String url() throws IOException {
    String ready = line();
    String start = "GapMap is ready at ";
    if (!ready.startsWith(start)) {
      throw new IOException("not a ready line: " + ready);
    }
    return ready.substring(start.length());
  }

  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, "--", "-" + process.pid()).start().waitFor();
  }

  public Outcome end() throws IOException, InterruptedException {
    List<String> rest = output.lines().collect(Collectors.toList());
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IOException("it does not end");
    }
    return new Outcome(process.exitValue(), rest, Files.readAllLines(errors));
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    Files.delete(errors);
  }

  /** The program's class path in its order, without what only tests have. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
