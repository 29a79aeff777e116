package org.gapmap.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.gapmap.domain.FacilityRef;
import org.gapmap.domain.Provision;
import org.gapmap.domain.ScenarioEdit;
import org.gapmap.domain.ScenarioEdit.AddFacility;
import org.gapmap.domain.ScenarioEdit.AddPath;
import org.gapmap.domain.ScenarioEdit.ChangeRule;
import org.gapmap.domain.ScenarioEdit.CloseFacility;
import org.gapmap.domain.ScenarioEdit.CloseStreet;
import org.gapmap.domain.ScenarioEdit.MoveFacility;
import org.gapmap.domain.Thresholds;
import org.gapmap.domain.UserError;

/** A scenario's edits as JSON, in the database and in requests: a list of {@code {"do": ..}}. */
public final class EditJson {
  private static final String ADD = "add";
  private static final String CLOSE = "close";
  private static final String MOVE = "move";
  private static final String RULE = "rule";
  private static final String PATH = "path";
  private static final String STREET = "street";
  private static final int MOST_EDITS = 1000;

  private EditJson() {}

  public static ArrayNode write(List<ScenarioEdit> edits) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    edits.forEach(edit -> list.add(write(edit)));
    return list;
  }

  private static ObjectNode write(ScenarioEdit edit) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (edit instanceof AddFacility add) {
      node.put("do", ADD).put("kind", add.kind()).put("name", add.name());
      node.put("lon", add.lon()).put("lat", add.lat());
      add.provision().capacity().ifPresent(value -> node.put("capacity", value));
      add.provision().floorSqm().ifPresent(value -> node.put("floorSqm", value));
      add.provision().landSqm().ifPresent(value -> node.put("landSqm", value));
    } else if (edit instanceof CloseFacility close) {
      node.put("do", CLOSE).set("facility", write(close.facility()));
    } else if (edit instanceof MoveFacility move) {
      node.put("do", MOVE).set("facility", write(move.facility()));
      node.put("lon", move.lon()).put("lat", move.lat());
    } else if (edit instanceof ChangeRule rule) {
      node.put("do", RULE).put("kind", rule.kind());
      rule.radiusMetres().ifPresent(value -> node.put("radiusMetres", value));
      rule.thresholds()
          .ifPresent(t -> node.put("metFrom", t.metFrom()).put("gapBelow", t.gapBelow()));
    } else if (edit instanceof AddPath path) {
      ArrayNode line = node.put("do", PATH).put("name", path.name()).putArray("line");
      path.line().forEach(place -> line.addArray().add(place.lon()).add(place.lat()));
      if (path.bridge()) {
        node.put("bridge", true);
      }
    } else if (edit instanceof CloseStreet street) {
      node.put("do", STREET).put("name", street.name());
      node.put("lon", street.lon()).put("lat", street.lat());
    }
    return node;
  }

  static ObjectNode write(FacilityRef ref) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", ref.kind())
        .put("source", ref.source())
        .put("key", ref.key())
        .put("name", ref.name())
        .put("lon", ref.lon())
        .put("lat", ref.lat());
  }

  /**
   * @param byId finds a facility that is named by its id alone
   * @throws UserError where it is no list of edits
   */
  public static List<ScenarioEdit> read(JsonNode list, Function<String, FacilityRef> byId) {
    if (!list.isArray()) {
      throw new UserError("the edits are no list", "edits", "send a list, which may be empty");
    }
    if (list.size() > MOST_EDITS) {
      throw new UserError(
          list.size() + " edits are more than a scenario holds", "edits", "send 1000 at most");
    }
    List<ScenarioEdit> edits = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      try {
        edits.add(read(list.get(i), "edits[" + i + "]", byId));
      } catch (IllegalArgumentException refused) {
        throw new UserError(
            String.valueOf(refused.getMessage()), "edits[" + i + "]", "change it", refused);
      }
    }
    return edits;
  }

  private static ScenarioEdit read(
      JsonNode node, String where, Function<String, FacilityRef> byId) {
    String what = node.path("do").asText("");
    return switch (what) {
      case ADD ->
          new AddFacility(
              text(node, "kind", where),
              textOrNone(node, "name", where),
              number(node, "lon", where),
              number(node, "lat", where),
              new Provision(
                  whole(amount(node, "capacity", where), where),
                  area(node, "floorSqm", where),
                  area(node, "landSqm", where)));
      case CLOSE -> new CloseFacility(ref(node.path("facility"), where, byId));
      case MOVE ->
          new MoveFacility(
              ref(node.path("facility"), where, byId),
              number(node, "lon", where),
              number(node, "lat", where));
      case RULE ->
          new ChangeRule(
              text(node, "kind", where), find(node, "radiusMetres", where), bounds(node, where));
      case PATH ->
          new AddPath(
              line(node.path("line"), where + ".line"),
              textOrNone(node, "name", where),
              flag(node, "bridge", where));
      case STREET ->
          new CloseStreet(
              number(node, "lon", where),
              number(node, "lat", where),
              textOrNone(node, "name", where));
      default ->
          throw new UserError(
              "'" + what + "' is no edit",
              where + ".do",
              "write one of add, close, move, rule, path, street");
    };
  }

  private static List<ScenarioEdit.Place> line(JsonNode list, String where) {
    List<ScenarioEdit.Place> line = new ArrayList<>();
    for (JsonNode point : list) {
      if (point.size() != 2 || !point.path(0).isNumber() || !point.path(1).isNumber()) {
        throw new UserError(
            point + " is no point", where, "write each as [longitude, latitude] in degrees");
      }
      line.add(new ScenarioEdit.Place(point.path(0).doubleValue(), point.path(1).doubleValue()));
    }
    return line;
  }

  private static boolean flag(JsonNode node, String field, String where) {
    JsonNode value = node.path(field);
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      throw new UserError(value + " is neither true nor false", where + "." + field, "give either");
    }
    return value.asBoolean(false);
  }

  private static Optional<Thresholds> bounds(JsonNode node, String where) {
    return node.has("metFrom") || node.has("gapBelow")
        ? Optional.of(
            new Thresholds(number(node, "metFrom", where), number(node, "gapBelow", where)))
        : Optional.empty();
  }

  private static FacilityRef ref(JsonNode node, String where, Function<String, FacilityRef> byId) {
    if (node.isTextual()) {
      return byId.apply(node.textValue());
    }
    return readRef(node, where + ".facility");
  }

  /** A facility as it is named to be found again. */
  static FacilityRef readRef(JsonNode node, String at) {
    return new FacilityRef(
        text(node, "kind", at),
        textOrNone(node, "source", at),
        textOrNone(node, "key", at),
        textOrNone(node, "name", at),
        number(node, "lon", at),
        number(node, "lat", at));
  }

  private static String text(JsonNode node, String field, String where) {
    String text = textOrNone(node, field, where);
    if (text.isBlank()) {
      throw new UserError("'" + field + "' is missing", where + "." + field, "give a text");
    }
    return text;
  }

  private static String textOrNone(JsonNode node, String field, String where) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    // No database keeps the character 0.
    if (!value.isTextual() || value.textValue().indexOf('\0') >= 0) {
      throw new UserError("'" + field + "' is no text", where + "." + field, "give another one");
    }
    return value.textValue();
  }

  private static double number(JsonNode node, String field, String where) {
    return find(node, field, where)
        .orElseThrow(
            () ->
                new UserError("'" + field + "' is missing", where + "." + field, "give a number"));
  }

  private static OptionalDouble amount(JsonNode node, String field, String where) {
    OptionalDouble value = find(node, field, where);
    if (value.orElse(0) < 0 || value.orElse(0) > Integer.MAX_VALUE) {
      throw new UserError(
          field + " " + value.getAsDouble() + " is below 0 or too large",
          where + "." + field,
          "give another one");
    }
    return value;
  }

  /** Above 0: nothing has no area, and what is not known is left out. */
  private static OptionalDouble area(JsonNode node, String field, String where) {
    OptionalDouble value = amount(node, field, where);
    if (value.isPresent() && value.getAsDouble() == 0) {
      throw new UserError(
          field + " is 0", where + "." + field, "leave it out where it is not known");
    }
    return value;
  }

  private static OptionalInt whole(OptionalDouble value, String where) {
    if (value.isPresent() && value.getAsDouble() != Math.rint(value.getAsDouble())) {
      throw new UserError(
          "capacity " + value.getAsDouble() + " is no whole number",
          where + ".capacity",
          "give one");
    }
    return value.isPresent() ? OptionalInt.of((int) value.getAsDouble()) : OptionalInt.empty();
  }

  private static OptionalDouble find(JsonNode node, String field, String where) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber()) {
      throw new UserError(value + " is no number", where + "." + field, "give a number");
    }
    return OptionalDouble.of(value.doubleValue());
  }
}
