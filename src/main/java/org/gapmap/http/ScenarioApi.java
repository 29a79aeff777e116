package org.gapmap.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gapmap.assess.Cities;
import org.gapmap.assess.City;
import org.gapmap.assess.Scenarios;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ScenarioEdit;
import org.gapmap.domain.ScenarioEdit.AddFacility;
import org.gapmap.domain.ScenarioEdit.ChangeRule;
import org.gapmap.domain.UserError;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.EditJson;
import org.gapmap.store.ScenarioRecord;

/** Scenarios: kept, listed, changed and deleted. */
final class ScenarioApi {
  private static final String EXPECTED = "send {\"city\": .., \"name\": .., \"edits\": [..]}";

  private final Cities cities;
  private final KindCatalogue kinds;
  private final Scenarios scenarios;

  ScenarioApi(Cities cities, KindCatalogue kinds, Scenarios scenarios) {
    this.cities = cities;
    this.kinds = kinds;
    this.scenarios = scenarios;
  }

  /**
   * @param lost numbers of the edits that find nothing to change in the city as it is now
   * @param lostWhy the same with the reason
   */
  record ScenarioView(
      long id,
      String city,
      String name,
      JsonNode edits,
      int dataVersion,
      int cityDataVersion,
      String createdAt,
      String updatedAt,
      List<Integer> lost,
      List<LostView> lostWhy) {}

  /**
   * @param edit its number
   */
  record LostView(int edit, LocalizedText why) {
    static List<LostView> of(Map<Integer, LocalizedText> losses) {
      return losses.entrySet().stream()
          .map(lost -> new LostView(lost.getKey(), lost.getValue()))
          .toList();
    }
  }

  record Listed(String city, List<ScenarioView> scenarios) {}

  void list(Context context) {
    City city = cities.getOrOnly(Parameters.find(context, "city"));
    context.json(
        new Listed(city.key(), scenarios.list(city).stream().map(s -> view(s, city)).toList()));
  }

  void one(Context context) {
    ScenarioRecord scenario = get(context, scenarios);
    context.json(view(scenario, cities.get(scenario.city())));
  }

  void add(Context context) {
    JsonNode body = body(context);
    City city = cities.getOrOnly(text(body, "city"));
    String name =
        text(body, "name").orElseThrow(() -> new UserError("no name is given", "name", EXPECTED));
    long id = scenarios.add(city, name, edits(body, city, kinds));
    context.status(201).json(view(scenarios.find(id).orElseThrow(), city));
  }

  void update(Context context) {
    ScenarioRecord scenario = get(context, scenarios);
    JsonNode body = body(context);
    City city = cities.get(scenario.city());
    List<ScenarioEdit> edits = body.has("edits") ? edits(body, city, kinds) : scenario.edits();
    scenarios.update(scenario.id(), text(body, "name").orElse(scenario.name()), edits);
    context.json(view(get(context, scenarios), city));
  }

  void delete(Context context) {
    if (!scenarios.delete(id(context))) {
      throw missing(id(context));
    }
    context.status(204);
  }

  /** The scenario that the path names. */
  static ScenarioRecord get(Context context, Scenarios scenarios) {
    long id = id(context);
    return scenarios.find(id).orElseThrow(() -> missing(id));
  }

  static NotFoundResponse missing(long id) {
    return new NotFoundResponse("there is no scenario " + id);
  }

  private static long id(Context context) {
    return Parameters.longWhole("id", context.pathParam("id"));
  }

  private ScenarioView view(ScenarioRecord scenario, City city) {
    // Which rows a standard has is that standard's affair: told with the difference.
    Map<Integer, LocalizedText> losses = Scenarios.losses(city, scenario.edits());
    return new ScenarioView(
        scenario.id(),
        scenario.city(),
        scenario.name(),
        EditJson.write(scenario.edits()),
        scenario.dataVersion(),
        city.dataVersion(),
        scenario.createdAt().toString(),
        scenario.updatedAt().toString(),
        List.copyOf(losses.keySet()),
        LostView.of(losses));
  }

  /** The edits of a request, every kind of which is known. */
  static List<ScenarioEdit> edits(JsonNode body, City city, KindCatalogue kinds) {
    List<ScenarioEdit> edits = EditJson.read(body.path("edits"), id -> Scenarios.refById(city, id));
    for (ScenarioEdit edit : edits) {
      if (edit instanceof AddFacility add) {
        kinds.get(add.kind());
      } else if (edit instanceof ChangeRule rule) {
        kinds.get(rule.kind());
      }
    }
    return edits;
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
