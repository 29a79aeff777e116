package org.gapmap.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gapmap.assess.Cities;
import org.gapmap.assess.City;
import org.gapmap.assess.StandardComparison;
import org.gapmap.assess.StandardComparison.CommunityChange;
import org.gapmap.assess.StandardComparison.KindChange;
import org.gapmap.assess.StandardComparison.Transition;
import org.gapmap.domain.Facility;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;

/** One city by two standards. */
final class CompareStandardsApi {
  private static final int DEFAULT_LIMIT = 200;
  private static final int LARGEST_LIMIT = 100_000;

  private final Cities cities;
  private final StandardsLibrary standards;
  private final StandardComparison comparison;

  CompareStandardsApi(Cities cities, StandardsLibrary standards, StandardComparison comparison) {
    this.cities = cities;
    this.standards = standards;
    this.comparison = comparison;
  }

  record Answer(
      String city, int dataVersion, String standard, String other, List<KindView> kinds) {}

  /**
   * @param transitions how many communities, by {@code "met>gap"}
   * @param changed how many of them change their verdict; {@code changes} may hold fewer
   */
  record KindView(
      String kind,
      String judgedIn,
      List<LocalizedText> differences,
      Map<String, Integer> transitions,
      int changed,
      List<ChangeView> changes) {
    static KindView of(KindChange change, City city, int limit) {
      Map<String, Integer> transitions = new TreeMap<>();
      change.transitions().forEach((t, count) -> transitions.put(code(t), count));
      return new KindView(
          change.kind(),
          Codes.of(change.judgedIn()),
          change.differences(),
          transitions,
          change.changes().size(),
          change.changes().stream().limit(limit).map(c -> ChangeView.of(c, city)).toList());
    }

    private static String code(Transition transition) {
      return Codes.of(transition.was()) + ">" + Codes.of(transition.becomes());
    }
  }

  record ChangeView(
      int index,
      long id,
      String name,
      Verdicts verdicts,
      List<LocalizedText> because,
      boolean together,
      List<Place> excluded,
      List<Place> included) {
    static ChangeView of(CommunityChange change, City city) {
      return new ChangeView(
          change.index(),
          city.community(change.index()).id(),
          city.community(change.index()).name(),
          new Verdicts(
              Codes.of(change.verdicts().was()),
              Codes.of(change.verdicts().becomes()),
              Figures.share(change.shareBefore()),
              Figures.share(change.shareAfter())),
          change.because(),
          change.together(),
          change.excluded().stream().map(Place::of).toList(),
          change.included().stream().map(Place::of).toList());
    }
  }

  record Verdicts(
      String was, String becomes, @Nullable Double shareBefore, @Nullable Double shareAfter) {}

  record Place(String id, String name) {
    static Place of(Facility facility) {
      return new Place(facility.id(), facility.name());
    }
  }

  void compare(Context context) {
    CompareApi.refuseScenario(context, "standards are compared on the city as it is");
    ServiceStandard standard =
        Parameters.find(context, "standard")
            .map(standards::get)
            .orElseGet(() -> standards.all().get(0));
    ServiceStandard other =
        standards.get(
            Parameters.find(context, "other")
                .orElseThrow(
                    () ->
                        new UserError(
                            "no other standard is named",
                            "other",
                            "choose one of /api/standards")));
    int limit =
        Parameters.find(context, "limit")
            .map(text -> Parameters.whole("limit", text))
            .orElse(DEFAULT_LIMIT);
    if (limit < 0 || limit > LARGEST_LIMIT) {
      throw new UserError("limit " + limit + " is not in [0, 100000]", "limit", "give another one");
    }
    City city = cities.getOrOnly(Parameters.find(context, "city"));
    context.json(
        new Answer(
            city.key(),
            city.dataVersion(),
            standard.id(),
            other.id(),
            comparison.compare(city, standard, other).stream()
                .map(change -> KindView.of(change, city, limit))
                .toList()));
  }
}
