package org.gapmap.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was measured beside what was aimed at, for the eye and as JSON. */
final class GoalTable {
  private record Row(String work, double value, String unit, double goal, boolean atLeast) {
    String verdict() {
      if (Double.isNaN(goal)) {
        return "";
      }
      return (atLeast ? value >= goal : value <= goal) ? "met" : "MISSED";
    }

    String goalInWords() {
      return Double.isNaN(goal) ? "-" : (atLeast ? ">= " : "<= ") + "%,.4g".formatted(goal);
    }
  }

  private final List<Row> rows = new ArrayList<>();

  void atMost(String work, double value, String unit, double goal) {
    add(new Row(work, value, unit, goal, false));
  }

  void atLeast(String work, double value, String unit, double goal) {
    add(new Row(work, value, unit, goal, true));
  }

  /** Without a goal. */
  void note(String work, double value, String unit) {
    add(new Row(work, value, unit, Double.NaN, false));
  }

  /** Said at once, too: what comes later may take long, or fail. */
  private void add(Row row) {
    rows.add(row);
    System.out.printf("%s: %,.1f %s %s%n", row.work(), row.value(), row.unit(), row.verdict());
  }

  void print(PrintStream out) {
    String line = "%-66s %12s %-6s %12s  %s%n";
    out.printf(line, "work", "measured", "", "goal", "");
    for (Row row : rows) {
      out.printf(
          line,
          row.work(),
          "%,.1f".formatted(row.value()),
          row.unit(),
          row.goalInWords(),
          row.verdict());
    }
  }

  void write(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ArrayNode array = json.createArrayNode();
    for (Row row : rows) {
      ObjectNode object = array.addObject();
      object.put("work", row.work());
      object.put("value", row.value());
      object.put("unit", row.unit());
      object.put("goal", Double.isNaN(row.goal()) ? null : (Double) row.goal());
      object.put("verdict", row.verdict());
    }
    Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(array));
  }

  /** Prints it, and writes it where {@code --json FILE} was given. */
  void hand(List<String> arguments) throws IOException {
    print(System.out);
    int json = arguments.indexOf("--json");
    if (json >= 0) {
      write(Path.of(arguments.get(json + 1)));
    }
  }

  /** The least value that so many of a hundred are at most. */
  static double percentile(double[] values, double percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(percent / 100 * sorted.length) - 1)];
  }
}
