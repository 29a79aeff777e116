package org.gapmap.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Another process that joins the cluster of a home folder and stays until it is let go. */
final class JoiningProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private JoiningProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  static JoiningProcess start(HomeFolder home) throws IOException {
    List<String> command =
        List.of(
            "setsid", // a process group of its own, as a shell would give it
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            JoiningProcess.class.getName(),
            home.path().toString());
    return new JoiningProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Waits until it has joined. */
  String jdbcUrl() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the process ended before it joined");
    }
    return line;
  }

  void leave() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** What a terminal does on Ctrl-C: the signal goes to the whole process group. */
  void interruptGroup() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).start().waitFor();
    process.waitFor();
  }

  @Override
  public void close() {
    kill();
  }

  public static void main(String[] arguments) throws IOException {
    try (EmbeddedCluster cluster = EmbeddedCluster.join(new HomeFolder(Path.of(arguments[0])))) {
      System.out.println(cluster.address().jdbcUrl());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
