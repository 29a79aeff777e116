package org.gapmap.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.gapmap.assess.City;
import org.gapmap.store.LayerVersion;

/**
 * Answers that are made of one data version and a question need not travel twice: they carry an
 * {@code ETag} made of both, and whoever has the answer already gets a 304 before anything is
 * computed.
 */
final class Revalidation {
  private static final int UNCHANGED = 304;

  private Revalidation() {}

  /**
   * Marks the answer. True where the asker has it already; then there is nothing more to do.
   *
   * @param question everything besides the city that the answer depends on, with values that are
   *     equal where the answers are
   */
  static boolean unchanged(Context context, City city, Object... question) {
    String tag = tag(city, question);
    context.header("ETag", tag).header("Cache-Control", "no-cache");
    if (!known(context, tag)) {
      return false;
    }
    context.status(UNCHANGED);
    return true;
  }

  /** Whether the asker has what has this tag. */
  static boolean known(Context context, String tag) {
    String known = context.header("If-None-Match");
    return known != null && matches(known, tag);
  }

  /** Compression on the way marks a tag as weak: the answer is the same. */
  private static boolean matches(String known, String tag) {
    return Arrays.stream(known.split(","))
        .map(String::strip)
        .map(one -> one.startsWith("W/") ? one.substring(2) : one)
        .anyMatch(one -> one.equals(tag) || one.equals("*"));
  }

  /** Another database behind the same address counts its versions from 1 too: hence the times. */
  private static String tag(City city, Object... question) {
    List<java.time.Instant> imports =
        city.layers().stream().map(LayerVersion::origin).map(o -> o.importedAt()).toList();
    String all = city.key() + city.dataVersion() + imports + Arrays.deepToString(question);
    return '"' + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString() + '"';
  }
}
