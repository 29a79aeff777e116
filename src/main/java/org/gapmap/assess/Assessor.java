package org.gapmap.assess;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.standards.KindCatalogue;

/** Assesses cities by straight-line service radii. Keeps the latest answers. Safe for threads. */
public final class Assessor {
  private static final int KEPT_ANSWERS = 128;

  /** Communities worked out by one thread with one scratch space. */
  private static final int PART_OF_THE_WORK = 64;

  private final Map<Question, KindCoverage> answers =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Question, KindCoverage> eldest) {
              return size() > KEPT_ANSWERS;
            }
          });

  private final KindCatalogue kinds;

  /** With the kinds that come with the program. */
  public Assessor() {
    this(KindCatalogue.load());
  }

  /**
   * @param kinds say whom a kind is for, and what its capacity counts
   */
  public Assessor(KindCatalogue kinds) {
    this.kinds = kinds;
  }

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
    forgetOlder(city);
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

  /** An answer holds its whole city: one of a version gone by would keep that in memory. */
  private void forgetOlder(City city) {
    answers.values().removeIf(kept -> kept.city() != city && kept.city().key().equals(city.key()));
  }

  private KindCoverage work(
      City city, ServiceStandard standard, ServiceRule rule, double radiusMetres) {
    ServiceIndex service = city.service(rule);
    double[] share = new double[city.size()];
    int parts = (share.length + PART_OF_THE_WORK - 1) / PART_OF_THE_WORK;
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              ShareOfArea worker =
                  new ShareOfArea(city, service, rule.reach().straightMetres(radiusMetres));
              int end = Math.min(share.length, (part + 1) * PART_OF_THE_WORK);
              for (int i = part * PART_OF_THE_WORK; i < end; i++) {
                share[i] = service.completion().known(i) ? worker.of(i) : Double.NaN;
              }
            });
    return new KindCoverage(city, standard, rule, radiusMetres, service, share, kinds);
  }
}
