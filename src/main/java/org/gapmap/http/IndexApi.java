package org.gapmap.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import org.gapmap.assess.City;

/** A city's communities by index: written and packed once for each data version. */
final class IndexApi {
  private final QuerySources sources;

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
    PackedAnswers.send(context, packed.computeIfAbsent(city, this::pack));
  }

  /** Packs a city's index before anyone asks. */
  void prepare(City city) {
    packed.computeIfAbsent(city, this::pack);
  }

  private byte[] pack(City city) {
    NameInitials read = initials.join();
    return PackedAnswers.pack(out -> new IndexColumns(city, out).write(read));
  }
}
