package org.gapmap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What a PostgreSQL on this machine works, by {@code /proc}. */
final class DatabaseProcesses {
  private static final double TICKS_A_SECOND = 100;
  private static final int PARENT = 1;
  private static final int FIRST_TIME = 11;

  private final int postmaster;

  private DatabaseProcesses(int postmaster) {
    this.postmaster = postmaster;
  }

  static DatabaseProcesses of(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return new DatabaseProcesses(Integer.parseInt(stat(row.getInt(1))[PARENT]));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Processor time of all its processes, ended ones included. */
  double seconds() {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      List<Integer> processes =
          all.map(path -> path.getFileName().toString())
              .filter(name -> name.matches("\\d+"))
              .map(Integer::parseInt)
              .toList();
      double ticks = ticks(stat(postmaster), 4);
      for (int process : processes) {
        String[] stat = stat(process);
        if (stat.length > PARENT && stat[PARENT].equals(Integer.toString(postmaster))) {
          ticks += ticks(stat, 2);
        }
      }
      return ticks / TICKS_A_SECOND;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double ticks(String[] stat, int times) {
    double sum = 0;
    for (int i = 0; i < times; i++) {
      sum += Long.parseLong(stat[FIRST_TIME + i]);
    }
    return sum;
  }

  /** What stands after its name; empty where it is gone. */
  private static String[] stat(int process) {
    try {
      return Files.readString(Path.of("/proc", Integer.toString(process), "stat"))
          .replaceAll("(?s).*\\) ", "")
          .split(" ");
    } catch (IOException gone) {
      return new String[0];
    }
  }
}
