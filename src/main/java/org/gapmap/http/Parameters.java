package org.gapmap.http;

import io.javalin.http.Context;
import java.util.Optional;
import org.gapmap.domain.UserError;

/** Reads a request's parameters; what cannot be read is the user's error, by name. */
final class Parameters {
  private Parameters() {}

  /** The query parameter, where it is there and not blank. */
  static Optional<String> find(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isBlank());
  }

  static Optional<Double> findNumber(Context context, String name) {
    return find(context, name).map(text -> number(name, text));
  }

  static double getNumber(Context context, String name) {
    return findNumber(context, name)
        .orElseThrow(() -> new UserError("'" + name + "' is missing", name, "give a number"));
  }

  /** A whole number in the path or query. */
  static int whole(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new UserError("'" + text + "' is no whole number", name, "give one", e);
    }
  }

  static long longWhole(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UserError("'" + text + "' is no whole number", name, "give one", e);
    }
  }

  private static double number(String name, String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new UserError("'" + text + "' is no number", name, "give one", e);
    }
    throw new UserError("'" + text + "' is no number", name, "give one");
  }
}
