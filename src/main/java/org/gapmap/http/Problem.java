package org.gapmap.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * An error as RFC 9457 writes it.
 *
 * @param title what is wrong
 * @param detail where, and what to do about it
 * @param id for a bug: the log has the cause under it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Problem(String type, int status, String title, String detail, Optional<String> id) {
  static Problem of(int status, String title, String detail) {
    return new Problem("about:blank", status, title, detail, Optional.empty());
  }

  static Problem bug(String id) {
    return new Problem(
        "about:blank",
        500,
        "GapMap failed at this request",
        "It is a defect, not yours. The log holds the cause under this id.",
        Optional.of(id));
  }

  void answer(Context context) {
    context.status(status).json(this).contentType("application/problem+json");
  }
}
