package org.gapmap.assess;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;

/** Assesses cities by straight-line service radii. Keeps the latest answers. Safe for threads. */
public final class Assessor {
  private static final int KEPT_ANSWERS = 128;

  private final Map<Question, KindCoverage> answers =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Question, KindCoverage> eldest) {
              return size() > KEPT_ANSWERS;
            }
          });

  private record Question(
      String city, int dataVersion, ServiceStandard standard, ServiceRule rule, double radius) {}

  /** The shares of all communities for a row that has a radius, at that radius. */
  public KindCoverage assess(City city, ServiceStandard standard, ServiceRule rule) {
    return assess(city, standard, rule, rule.radiusMetres().orElseThrow());
  }

  /** The same at a radius of the user's. */
  public KindCoverage assess(
      City city, ServiceStandard standard, ServiceRule rule, double radiusMetres) {
    Question question = new Question(city.key(), city.dataVersion(), standard, rule, radiusMetres);
    KindCoverage known = answers.get(question);
    if (known != null && known.city() == city) {
      return known;
    }
    KindCoverage answer = work(city, standard, rule, radiusMetres);
    answers.put(question, answer);
    return answer;
  }

  /** All rows of the standard that are judged by distance, in its order. */
  public List<KindCoverage> assessAll(City city, ServiceStandard standard) {
    return standard.rules().stream()
        .filter(rule -> rule.radiusMetres().isPresent())
        .map(rule -> assess(city, standard, rule))
        .toList();
  }

  private static KindCoverage work(
      City city, ServiceStandard standard, ServiceRule rule, double radiusMetres) {
    ServiceIndex service = city.service(rule.satisfiedBy());
    double[] share = new double[city.size()];
    ThreadLocal<ShareOfArea> worker =
        ThreadLocal.withInitial(() -> new ShareOfArea(city, service, radiusMetres));
    IntStream.range(0, share.length)
        .parallel()
        .forEach(i -> share[i] = service.completion().known(i) ? worker.get().of(i) : Double.NaN);
    return new KindCoverage(city, standard, rule, radiusMetres, service, share);
  }
}
