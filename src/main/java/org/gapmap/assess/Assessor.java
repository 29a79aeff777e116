package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.standards.KindCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * Assesses cities by service radii, straight or walked. Keeps the latest shares, whichever
 * standards they were asked by. Safe for threads.
 */
public final class Assessor {
  private static final int KEPT_ANSWERS = 128;
  private static final int KEPT_COVERAGES = 16;

  private final Map<Shares.Question, Answer> answers =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Shares.Question, Answer> eldest) {
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

  /**
   * Shares by community index, and what was made of them.
   *
   * @param coverages one for each row that asks the same, with what it has worked out for people
   */
  private record Answer(String city, double[] share, List<KindCoverage> coverages) {
    Answer(String city, double[] share) {
      this(city, share, new CopyOnWriteArrayList<>());
    }
  }

  /** The shares of all communities for a row that has a radius, at that radius. */
  public KindCoverage assess(City city, ServiceStandard standard, ServiceRule rule) {
    return assess(city, standard, rule, rule.radiusMetres().orElseThrow());
  }

  /**
   * The same at a radius of the user's, in place of the row's; where facilities of different sizes
   * reach differently far, all reaches change in proportion.
   */
  public KindCoverage assess(
      City city, ServiceStandard standard, ServiceRule rule, double radiusMetres) {
    Shares.Question question = question(city, rule, radiusMetres);
    Answer answer = known(city, question);
    if (answer == null) {
      answer = workAll(city, List.of(question)).get(0);
    }
    return coverage(answer, question.distances(), city, standard, rule, radiusMetres);
  }

  /** All rows of the standard that are judged by distance, in its order. */
  public List<KindCoverage> assessAll(City city, ServiceStandard standard) {
    List<ServiceRule> rules =
        standard.rules().stream().filter(rule -> rule.radiusMetres().isPresent()).toList();
    List<Shares.Question> open = new ArrayList<>();
    for (ServiceRule rule : rules) {
      Shares.Question question = question(city, rule, rule.radiusMetres().orElseThrow());
      if (known(city, question) == null && !open.contains(question)) {
        open.add(question);
      }
    }
    workAll(city, open);
    return rules.stream().map(rule -> assess(city, standard, rule)).toList();
  }

  private KindCoverage coverage(
      Answer answer,
      Distances distances,
      City city,
      ServiceStandard standard,
      ServiceRule rule,
      double radiusMetres) {
    for (KindCoverage known : answer.coverages()) {
      if (known.standard().equals(standard)
          && known.rule().equals(rule)
          && known.radiusMetres() == radiusMetres) {
        return known.in(city);
      }
    }
    KindCoverage made =
        new KindCoverage(city, standard, rule, radiusMetres, distances, answer.share(), kinds);
    if (answer.coverages().size() >= KEPT_COVERAGES) {
      answer.coverages().remove(0);
    }
    answer.coverages().add(made);
    return made;
  }

  private static Shares.Question question(City city, ServiceRule rule, double radiusMetres) {
    Distances distances = city.distances(rule);
    return new Shares.Question(distances, distances.metres(rule.reach(), radiusMetres));
  }

  /** The answer that is kept, or one that follows from the kept one of a city's base. */
  private @Nullable Answer known(City city, Shares.Question question) {
    Answer kept = answers.get(question);
    ServiceIndex.Derivation derivation = question.service().derivation();
    Shares.Question ofBase = question.ofBase();
    if (kept != null || derivation == null || ofBase == null) {
      return kept;
    }
    Answer before = known(city, ofBase);
    if (before == null) {
      before = workAll(city, List.of(ofBase)).get(0);
    }
    return keep(city, question, Shares.changed(question, before.share(), derivation.changed()));
  }

  private List<Answer> workAll(City city, List<Shares.Question> questions) {
    List<Answer> worked = new ArrayList<>();
    if (!questions.isEmpty()) {
      double[][] shares = Shares.of(questions.get(0).service().communities, questions);
      for (int q = 0; q < shares.length; q++) {
        worked.add(keep(city, questions.get(q), shares[q]));
      }
    }
    return worked;
  }

  /** An answer holds its whole city: one of a version gone by would keep that in memory. */
  private Answer keep(City city, Shares.Question question, double[] share) {
    Communities communities = question.service().communities;
    answers
        .entrySet()
        .removeIf(
            kept ->
                kept.getValue().city().equals(city.key())
                    && kept.getKey().service().communities != communities);
    Answer answer = new Answer(city.key(), share);
    answers.put(question, answer);
    return answer;
  }
}
