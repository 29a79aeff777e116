package org.gapmap.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One table of what was measured, for the eye and as JSON: the same for every benchmark. */
final class BenchTable {
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param peer what GapMap is held against; empty where it is the clock alone
   * @param peerSeconds NaN without a peer
   */
  private record Row(
      String work, double seconds, String peer, double peerSeconds, double peakMegabytes) {
    boolean alone() {
      return peer.isEmpty();
    }

    double ratio() {
      return peerSeconds / seconds;
    }
  }

  /** Work held against the clock. */
  void add(String work, Measured measured) {
    rows.add(new Row(work, measured.seconds(), "", Double.NaN, measured.peakMegabytes()));
  }

  /** Work held against another way to do the same. */
  void add(String work, Measured measured, String peer, double peerSeconds) {
    rows.add(new Row(work, measured.seconds(), peer, peerSeconds, measured.peakMegabytes()));
  }

  void print(PrintStream out) {
    String line = "%-58s %10s  %-34s %10s %8s %8s%n";
    out.printf(line, "work", "GapMap s", "peer", "peer s", "ratio", "peak MB");
    for (Row row : rows) {
      out.printf(
          line,
          row.work(),
          "%.4f".formatted(row.seconds()),
          row.alone() ? "-" : row.peer(),
          row.alone() ? "-" : "%.4f".formatted(row.peerSeconds()),
          row.alone() ? "-" : "%.1f".formatted(row.ratio()),
          "%.0f".formatted(row.peakMegabytes()));
    }
  }

  /** Writes an array of rows, each with all six keys, null where there is no peer. */
  void write(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ArrayNode array = json.createArrayNode();
    for (Row row : rows) {
      ObjectNode object = array.addObject();
      object.put("work", row.work());
      object.put("seconds", row.seconds());
      object.put("peer", row.alone() ? null : row.peer());
      object.put("peer_seconds", row.alone() ? null : (Double) row.peerSeconds());
      object.put("ratio", row.alone() ? null : (Double) row.ratio());
      object.put("peak_mb", row.peakMegabytes());
    }
    Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(array));
  }
}
