package org.gapmap.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL by name, from the files under {@code resources/sql}: one statement each. */
final class Queries {
  private Queries() {}

  /**
   * @param name the file below {@code sql/}, without its ending: {@code city/list}
   */
  static String text(String name) {
    try (InputStream in = Queries.class.getResourceAsStream("/sql/" + name + ".sql")) {
      if (in == null) {
        throw new IllegalArgumentException("no such query: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
