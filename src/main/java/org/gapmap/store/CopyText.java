package org.gapmap.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Builds rows of PostgreSQL's COPY text format, in UTF-8. Not for several threads. */
final class CopyText {
  private static final HexFormat HEX = HexFormat.of();
  private final ByteArrayOutputStream row = new ByteArrayOutputStream();
  private final StringBuilder escaped = new StringBuilder();
  private boolean first = true;

  CopyText text(String value) {
    escaped.setLength(0);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\\\");
        case '\t' -> escaped.append("\\t");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\0' -> {
          // PostgreSQL's text cannot hold it, and no file means it.
        }
        default -> escaped.append(c);
      }
    }
    return raw(escaped.toString());
  }

  CopyText number(int value) {
    return raw(Integer.toString(value));
  }

  CopyText bytes(byte[] value) {
    return raw("\\\\x" + HEX.formatHex(value));
  }

  /** NULL. */
  CopyText nothing() {
    return raw("\\N");
  }

  /** Ends the row and returns it, ready for the next one. */
  byte[] end() {
    row.write('\n');
    byte[] bytes = row.toByteArray();
    row.reset();
    first = true;
    return bytes;
  }

  private CopyText raw(String value) {
    if (!first) {
      row.write('\t');
    }
    first = false;
    row.writeBytes(value.getBytes(StandardCharsets.UTF_8));
    return this;
  }
}
