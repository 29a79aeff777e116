package org.gapmap.http;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.gapmap.assess.City;

/** A city's communities by index: written and packed once for each data version. */
final class IndexApi {
  private final QuerySources sources;
  private final JsonFactory json = new JsonFactory();

  /** Read while the server starts, so that the first page need not wait for it. */
  private final CompletableFuture<NameInitials> initials =
      CompletableFuture.supplyAsync(NameInitials::new);

  private final Map<City, byte[]> packed = Collections.synchronizedMap(new WeakHashMap<>());

  IndexApi(QuerySources sources) {
    this.sources = sources;
  }

  /** Read by now, or waited for. */
  NameInitials initials() {
    return initials.join();
  }

  void index(Context context) {
    City city = sources.city(context);
    if (Revalidation.unchanged(context, city, "index with areas")) {
      return;
    }
    byte[] answer = packed.computeIfAbsent(city, this::pack);
    context.contentType("application/json");
    if (Revalidation.takesGzip(context)) {
      context.disableCompression().header("Content-Encoding", "gzip").result(answer);
    } else {
      context.result(unpacked(answer));
    }
    context.header("Vary", "Accept-Encoding");
  }

  private byte[] pack(City city) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out =
        json.createGenerator(new GZIPOutputStream(bytes, 1 << 16), JsonEncoding.UTF8)) {
      new IndexColumns(city, out).write(initials());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static GZIPInputStream unpacked(byte[] answer) {
    try {
      return new GZIPInputStream(new ByteArrayInputStream(answer), 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
