package org.gapmap.http;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import org.gapmap.assess.City;
import org.gapmap.assess.DistanceChoice;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.Openings;
import org.gapmap.assess.walking.NewGate.Opening;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.jspecify.annotations.Nullable;

/** Where one more gate would save a community's people most of their walks. */
final class NewGateApi {
  private final QuerySources sources;
  private final Assessors assessors;

  NewGateApi(QuerySources sources, Assessors assessors) {
    this.sources = sources;
    this.assessors = assessors;
  }

  record Answer(
      String city,
      int dataVersion,
      String standard,
      String kind,
      String community,
      List<Gate> gates) {}

  /**
   * @param joins where the street outside is joined
   * @param path that makes it, from inside the compound to that street: an edit to be tried
   */
  record Gate(double lon, double lat, Joins joins, double[][] path, List<Saved> kinds) {}

  record Joins(double lon, double lat) {}

  /**
   * @param savedPeopleMetres of those who can get there today; the numbers of people are null where
   *     nobody knows how many there are
   * @param savedMetres the same on average over all of the community
   * @param peopleInReach of the kind's group who come within its radius by the gate
   * @param shareInReach the same as a share of them
   * @param peopleConnected who can get there by the gate only
   */
  record Saved(
      String kind,
      @Nullable Double savedPeopleMetres,
      @Nullable Double savedMetres,
      @Nullable Double peopleInReach,
      @Nullable Double shareInReach,
      @Nullable Double peopleConnected) {}

  void gates(Context context) {
    CoverageQuery query = CoverageQuery.from(context, sources);
    City city = query.city();
    if (city.walks().isEmpty()) {
      throw new UserError(
          "city '" + city.key() + "' has no streets", "city", "import its streets first");
    }
    long id = Parameters.longWhole("id", context.pathParam("id"));
    int index =
        city.findIndex(id).orElseThrow(() -> new NotFoundResponse("there is no community " + id));
    if (query.unchanged(context)) {
      return;
    }
    ServiceStandard onFoot = DistanceChoice.in(query.standard(), DistanceMode.WALKING);
    List<KindCoverage> coverages =
        onFoot.rules().stream()
            .filter(rule -> rule.radiusMetres().isPresent())
            .filter(rule -> isAsked(query, rule))
            .map(rule -> coverage(query, onFoot, rule))
            .toList();
    Openings found = Openings.of(coverages, index);
    context.json(
        new Answer(
            city.key(),
            city.dataVersion(),
            onFoot.id(),
            query.kind().map(ServiceRule::kind).orElse("all"),
            Long.toString(id),
            found.openings().stream().map(opening -> gate(found, opening)).toList()));
  }

  private static boolean isAsked(CoverageQuery query, ServiceRule rule) {
    return query.kind().map(kind -> kind.kind().equals(rule.kind())).orElse(true);
  }

  private KindCoverage coverage(CoverageQuery query, ServiceStandard onFoot, ServiceRule rule) {
    double own = rule.radiusMetres().orElseThrow();
    double metres = query.kind().isPresent() ? query.radius().orElse(own) : own;
    return assessors.of(query).assess(query.city(), onFoot, rule, metres);
  }

  private static Gate gate(Openings found, Opening opening) {
    List<Saved> kinds = new ArrayList<>();
    for (int k = 0; k < found.kinds().size(); k++) {
      kinds.add(saved(found, opening, k));
    }
    double[][] path = WalkView.places(opening.path());
    return new Gate(
        Figures.degrees(opening.lon()),
        Figures.degrees(opening.lat()),
        new Joins(path[2][0], path[2][1]),
        path,
        kinds);
  }

  private static Saved saved(Openings found, Opening opening, int k) {
    double people = found.people().get(k);
    // Where nobody knows the number the figures are of one person.
    boolean unknown = Double.isNaN(people);
    double each = unknown ? 1 : people;
    double known = unknown ? Double.NaN : 1;
    return new Saved(
        found.kinds().get(k),
        Figures.metres(opening.savedPeopleMetres()[k] * known),
        Figures.metres(opening.savedPeopleMetres()[k] / each),
        Figures.people(opening.newlyInReach()[k] * known),
        Figures.share(opening.newlyInReach()[k] / each),
        Figures.people(opening.newlyConnected()[k] * known));
  }
}
