package org.gapmap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process, run to its end.
 *
 * @param seconds on the clock, from before its start to after its end
 * @param cpuSeconds of its own threads, as far as {@code /proc} told a moment before its end
 * @param peakMegabytes of memory that was its own or shared, NaN where {@code /proc} is not there
 */
record MeasuredProcess(double seconds, double cpuSeconds, double peakMegabytes) {
  private static final double TICKS_A_SECOND = 100;
  private static final long LOOK_MILLIS = 20;

  static boolean isThere(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param folder for what it says
   * @throws IOException where it fails
   */
  static MeasuredProcess run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path said = folder.resolve("last-run.txt");
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(command))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    double cpu = Double.NaN;
    double peak = Double.NaN;
    Path proc = Path.of("/proc", String.valueOf(process.pid()));
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      try {
        String[] stat = Files.readString(proc.resolve("stat")).replaceAll(".*\\) ", "").split(" ");
        cpu = (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) / TICKS_A_SECOND;
        for (String line : Files.readAllLines(proc.resolve("status"))) {
          if (line.startsWith("VmHWM:")) {
            peak = Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
          }
        }
      } catch (IOException gone) {
        // It ended between the two looks, or there is no such folder on this system.
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException(command.get(0) + " failed: " + Files.readString(said));
    }
    return new MeasuredProcess(seconds, cpu, peak);
  }
}
