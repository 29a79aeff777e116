package org.gapmap.http;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * An answer as it goes over the wire, compressed once however often it is asked for.
 *
 * @param gzip the compressed bytes; not compressed where {@code plain}
 * @param plain whether compressing was not worth it
 */
record Packed(byte[] gzip, boolean plain) {
  private static final int WORTH_IT_BYTES = 512;
  private static final int OVERHEAD_BYTES = 64;

  /** Level 4 is a third faster than the usual 6, for some percent more bytes. */
  private static final int LEVEL = 4;

  static Packed of(byte[] bytes) {
    if (bytes.length < WORTH_IT_BYTES) {
      return new Packed(bytes, true);
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3)) {
      try (GZIPOutputStream gzip =
          new GZIPOutputStream(out, 8192) {
            {
              def.setLevel(LEVEL);
            }
          }) {
        gzip.write(bytes);
      }
      return new Packed(out.toByteArray(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How much memory it takes. */
  long bytes() {
    return (long) gzip.length + OVERHEAD_BYTES;
  }

  /** Writes it as the asker can read it. Status, type and caching are the caller's. */
  void write(Context context) {
    // Javalin would compress it once more, or anew each time.
    context.disableCompression();
    if (plain) {
      context.result(gzip);
      return;
    }
    context.header("Vary", "Accept-Encoding");
    if (readsGzip(context)) {
      context.header("Content-Encoding", "gzip").result(gzip);
    } else {
      context.result(unpacked());
    }
  }

  private static boolean readsGzip(Context context) {
    String accepted = context.header("Accept-Encoding");
    return accepted != null
        && Arrays.stream(accepted.split(","))
            .map(String::strip)
            .anyMatch(one -> one.matches("(gzip|\\*)(;\\s*q=(1(\\.0*)?|0\\.0*[1-9]\\d*))?"));
  }

  private byte[] unpacked() {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
