package org.gapmap.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Refused rows on their way into the store: they wait in a temporary file, since the connection is
 * busy with the others. Not for several threads.
 */
final class RefusedSpool implements AutoCloseable {
  /** What is kept of one import. */
  static final int MOST_ROWS = 100_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BUFFER = 1 << 16;

  private final CopyText row = new CopyText();
  private @Nullable Path file;
  private @Nullable OutputStream out;
  private int rows;

  void add(RefusedRow refused) {
    if (rows == MOST_ROWS) {
      return;
    }
    rows++;
    row.number(rows)
        .number(refused.row())
        .text(refused.field())
        .text(refused.code())
        .text(refused.detail())
        .text(columns(refused));
    if (refused.shape().isPresent()) {
      row.bytes(new WKBWriter(2).write(refused.shape().get()));
    } else {
      row.nothing();
    }
    try {
      opened().write(row.end());
    } catch (IOException e) {
      throw new UncheckedIOException("a refused row could not be kept for later", e);
    }
  }

  private static String columns(RefusedRow refused) {
    try {
      return JsonTexts.withoutNul(JSON.writeValueAsString(refused.columns()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private OutputStream opened() throws IOException {
    if (out == null) {
      file = Files.createTempFile("gapmap-refused", ".copy");
      out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }
    return out;
  }

  int rows() {
    return rows;
  }

  /** Every waiting row is a line, to which only the import's id is missing. */
  void store(ImportStatements statements, int importId) throws SQLException {
    if (out == null || file == null) {
      return;
    }
    CopyIn copy =
        statements
            .connection()
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(Queries.text("imports/copy_refused"));
    byte[] id = (importId + "\t").getBytes(StandardCharsets.US_ASCII);
    try {
      out.flush();
      byte[] buffer = new byte[BUFFER];
      boolean lineStart = true;
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          int from = 0;
          for (int i = 0; i < read; i++) {
            if (lineStart) {
              copy.writeToCopy(buffer, from, i - from);
              copy.writeToCopy(id, 0, id.length);
              from = i;
            }
            lineStart = buffer[i] == '\n';
          }
          copy.writeToCopy(buffer, from, read - from);
        }
      }
      copy.endCopy();
    } catch (IOException e) {
      throw new UncheckedIOException("refused rows could not be read again", e);
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  @Override
  public void close() {
    try {
      if (out != null) {
        out.close();
      }
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary file could not be deleted", e);
    }
  }
}
