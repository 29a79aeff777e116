package org.gapmap.imports.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.gapmap.domain.UserError;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/**
 * A SQLite file of somebody else's, read without a trace: opened as immutable, so that SQLite makes
 * no file beside it. Where a journal lies beside it, what the journal holds is part of the data,
 * and both are copied and the copy opened.
 */
final class GeoPackageFile implements AutoCloseable {
  private static final int INSTRUCTIONS_BETWEEN_LOOKS = 100_000;
  private static final long LONGEST_SILENCE_NANOS = 60_000_000_000L;
  private static final int LONGEST_VALUE_BYTES = 1 << 28;

  private final Connection connection;
  private final Runnable copies;
  private volatile long lastSign = System.nanoTime();

  private GeoPackageFile(Connection connection, Runnable copies) throws SQLException {
    this.connection = connection;
    this.copies = copies;
    // A view in the file may compute for ever.
    ProgressHandler.setHandler(
        connection,
        INSTRUCTIONS_BETWEEN_LOOKS,
        new ProgressHandler() {
          @Override
          protected int progress() {
            return System.nanoTime() - lastSign > LONGEST_SILENCE_NANOS
                    || Thread.currentThread().isInterrupted()
                ? 1
                : 0;
          }
        });
  }

  static GeoPackageFile open(Path file, ReadLimits limits) throws SQLException {
    Path folder = file.toAbsolutePath().getParent();
    String name = LayerNames.fileName(file);
    if (folder == null || !(journal(folder, name, "-wal") || journal(folder, name, "-journal"))) {
      String immutable = file.toAbsolutePath().toUri().getRawPath();
      return open("jdbc:sqlite:file:" + immutable + "?immutable=1", true, () -> {});
    }
    try {
      Path copies = Files.createTempDirectory("gapmap-sqlite-");
      try {
        long bytes = 0;
        for (String part : new String[] {"", "-wal", "-journal"}) {
          Path from = folder.resolve(name + part);
          if (Files.isRegularFile(from)) {
            bytes += Files.size(from);
            limits.check(ReadLimits.Setting.FILE_BYTES, bytes, name);
            Files.copy(
                from, copies.resolve("layer.gpkg" + part), StandardCopyOption.REPLACE_EXISTING);
          }
        }
        return open(
            "jdbc:sqlite:" + copies.resolve("layer.gpkg"), false, () -> Archive.delete(copies));
      } catch (IOException | SQLException | RuntimeException e) {
        Archive.delete(copies);
        throw e;
      }
    } catch (IOException e) {
      throw new UserError(
          "it can't be copied together with its journal (" + e.getMessage() + ")",
          name,
          "close it in the program that has it open, and check the room in the temporary folder",
          e);
    }
  }

  private static boolean journal(Path folder, String name, String ending) {
    try {
      Path file = folder.resolve(name + ending);
      return Files.isRegularFile(file) && Files.size(file) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static GeoPackageFile open(String url, boolean readOnly, Runnable copies)
      throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(LONGEST_VALUE_BYTES));
    Connection connection = DriverManager.getConnection(url, config.toProperties());
    try {
      return new GeoPackageFile(connection, copies);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  Connection connection() {
    return connection;
  }

  /** A row came: the file is alive. */
  void alive() {
    lastSign = System.nanoTime();
  }

  /** A name of the file's as an identifier. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("SQLite can't let go of a file", e);
    } finally {
      copies.run();
    }
  }
}
