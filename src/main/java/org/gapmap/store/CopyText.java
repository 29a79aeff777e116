package org.gapmap.store;

import java.util.HexFormat;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** Builds rows of PostgreSQL's COPY text format. Not for several threads. */
final class CopyText {
  private static final HexFormat HEX = HexFormat.of();
  private final StringBuilder row = new StringBuilder();
  private final WKBWriter wkb = new WKBWriter(2);
  private boolean first = true;

  CopyText text(String value) {
    separate();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> row.append("\\\\");
        case '\t' -> row.append("\\t");
        case '\n' -> row.append("\\n");
        case '\r' -> row.append("\\r");
        case '\0' -> {
          // PostgreSQL's text cannot hold it, and no file means it.
        }
        default -> row.append(c);
      }
    }
    return this;
  }

  CopyText number(int value) {
    separate();
    row.append(value);
    return this;
  }

  CopyText number(OptionalInt value) {
    separate();
    if (value.isPresent()) {
      row.append(value.getAsInt());
    } else {
      row.append("\\N");
    }
    return this;
  }

  CopyText geometry(Geometry value) {
    separate();
    HEX.formatHex(row, wkb.write(value));
    return this;
  }

  /** Ends the row and returns it, ready for the next one. */
  String end() {
    String text = row.append('\n').toString();
    row.setLength(0);
    first = true;
    return text;
  }

  private void separate() {
    if (!first) {
      row.append('\t');
    }
    first = false;
  }
}
