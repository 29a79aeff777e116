package org.gapmap.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gapmap.assess.City;
import org.gapmap.assess.Scenarios;
import org.gapmap.domain.FacilityRef;
import org.gapmap.domain.UserError;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.NewNote;
import org.locationtech.jts.geom.Point;

/** Reads a note out of a request, and refuses what none can be. */
final class NoteReader {
  static final int MOST_NOTES = 20_000;

  private static final int LONGEST_TEXT = 2000;
  private static final int LONGEST_NAME = 100;
  private static final String EXPECTED =
      "send {\"city\": .., \"community\": id or \"facility\": id, \"text\": .., \"lon\": .., \"lat\": ..}";

  private final KindCatalogue kinds;

  NoteReader(KindCatalogue kinds) {
    this.kinds = kinds;
  }

  /** Where no place is given, it is that of the facility, else the community's. */
  NewNote read(JsonNode body, City city) {
    OptionalInt index = community(body, city);
    Optional<FacilityRef> facility = text(body, "facility").map(id -> Scenarios.refById(city, id));
    String words =
        words(body).orElseThrow(() -> new UserError("a note needs a text", "text", EXPECTED));
    String kind = text(body, "kind").map(id -> kinds.get(id).id()).orElse("");
    String by = text(body, "by").map(name -> checked("by", name, LONGEST_NAME)).orElse("");
    double[] place = place(body, city, index, facility);
    OptionalLong community =
        index.isPresent()
            ? OptionalLong.of(city.community(index.getAsInt()).id())
            : OptionalLong.empty();
    return new NewNote(community, facility, kind, words, place[0], place[1], by);
  }

  private static OptionalInt community(JsonNode body, City city) {
    JsonNode value = body.path("community");
    if (value.isMissingNode() || value.isNull()) {
      return OptionalInt.empty();
    }
    OptionalInt index =
        value.isIntegralNumber() ? city.findIndex(value.longValue()) : OptionalInt.empty();
    if (index.isEmpty()) {
      throw new UserError(
          "city '" + city.key() + "' has no community " + value,
          "community",
          "take an id of /api/index, or leave it out");
    }
    return index;
  }

  private static double[] place(
      JsonNode body, City city, OptionalInt index, Optional<FacilityRef> facility) {
    if (body.hasNonNull("lon") || body.hasNonNull("lat")) {
      return new double[] {degrees(body, "lon", 180), degrees(body, "lat", 90)};
    }
    if (facility.isPresent()) {
      return new double[] {facility.get().lon(), facility.get().lat()};
    }
    if (index.isPresent()) {
      Point centre = city.community(index.getAsInt()).boundary().getInteriorPoint();
      return new double[] {centre.getX(), centre.getY()};
    }
    throw new UserError("a note needs a place", "lon, lat", EXPECTED);
  }

  private static double degrees(JsonNode body, String field, double most) {
    JsonNode value = body.path(field);
    // Written this way, not a number and infinity are refused as well.
    if (!value.isNumber() || !(Math.abs(value.doubleValue()) <= most)) {
      throw new UserError(
          field + " " + value + " is no " + (most > 90 ? "longitude" : "latitude") + " in degrees",
          field,
          "give a number");
    }
    return value.doubleValue();
  }

  /** The text of a note, where the request has one. */
  static Optional<String> words(JsonNode body) {
    return text(body, "text")
        .map(
            words -> {
              String checked = checked("text", words, LONGEST_TEXT);
              if (checked.isEmpty()) {
                throw new UserError("a note needs a text", "text", "say what is wrong");
              }
              return checked;
            });
  }

  private static String checked(String field, String value, int longest) {
    String text = value.strip();
    if (text.codePointCount(0, text.length()) > longest) {
      throw new UserError(
          field + " is longer than " + longest + " characters", field, "make it shorter");
    }
    boolean odd =
        text.chars()
            .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    if (odd) {
      throw new UserError(
          field + " has control characters in it", field, "write letters, digits and signs");
    }
    return text;
  }

  static JsonNode body(Context context) {
    try {
      JsonNode body = Json.mapper().readTree(context.body());
      if (body.isObject()) {
        return body;
      }
    } catch (JsonProcessingException e) {
      throw new UserError("the request's body is not JSON", "body", EXPECTED, e);
    }
    throw new UserError("the request's body is no JSON object", "body", EXPECTED);
  }

  static Optional<String> text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new UserError(field + " " + value + " is no text", field, EXPECTED);
    }
    return Optional.of(value.textValue());
  }
}
