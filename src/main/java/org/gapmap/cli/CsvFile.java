package org.gapmap.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gapmap.domain.UserError;
import org.gapmap.export.RunCsv;

/** A file of comma-separated values that Excel reads as UTF-8. */
final class CsvFile {
  private CsvFile() {}

  /** What is written after the byte order mark. */
  interface Rows {
    void writeTo(Writer out) throws IOException;
  }

  /**
   * @throws UserError where there is no such folder, or nothing may be written there
   */
  static void write(String name, Rows rows) throws IOException {
    Path file = Path.of(name);
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw new UserError(
          "no file can be written there", name, "name a file in a folder that exists");
    }
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.append(RunCsv.BYTE_ORDER_MARK);
      rows.writeTo(out);
    } catch (AccessDeniedException e) {
      throw new UserError("the file may not be written", name, "name another one", e);
    }
  }
}
