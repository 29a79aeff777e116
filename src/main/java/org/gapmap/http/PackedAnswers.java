package org.gapmap.http;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Large answers that are written and packed once, and sent as they are kept. */
final class PackedAnswers {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final JsonFactory JSON = new JsonFactory();

  private PackedAnswers() {}

  /** Writes an answer. */
  interface Writer {
    void write(JsonGenerator out) throws IOException;
  }

  static byte[] pack(Writer answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out =
        JSON.createGenerator(new GZIPOutputStream(bytes, BUFFER_BYTES), JsonEncoding.UTF8)) {
      answer.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Sends it packed to whoever reads that, else unpacks it on the way. */
  static void send(Context context, byte[] packed) {
    context.contentType("application/json").header("Vary", "Accept-Encoding");
    String taken = context.header("Accept-Encoding");
    if (taken != null && taken.contains("gzip")) {
      context.disableCompression().header("Content-Encoding", "gzip").result(packed);
      return;
    }
    try {
      context.result(new GZIPInputStream(new ByteArrayInputStream(packed), BUFFER_BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
