package org.gapmap.assess;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shares of whole cities, on all processors. */
final class Shares {
  /** Communities that one thread takes at a time, all questions one after the other. */
  private static final int PART_OF_THE_WORK = 256;

  private Shares() {}

  /** The facilities that a share is asked of, and what their row's distance comes to. */
  record Question(Distances distances, double metres) {
    ServiceIndex service() {
      return distances.service();
    }

    /** The same asked of what the facilities are derived from. */
    @Nullable Question ofBase() {
      Distances base = distances.base();
      return base == null ? null : new Question(base, metres);
    }

    Distances.ShareWork work() {
      return distances.shares(metres);
    }
  }

  /**
   * The shares of all communities for some questions of one city, by community index; NaN where the
   * lists are not complete.
   */
  static double[][] of(Communities communities, List<Question> questions) {
    int n = communities.size();
    double[][] shares = new double[questions.size()][n];
    int parts = (n + PART_OF_THE_WORK - 1) / PART_OF_THE_WORK;
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              int end = Math.min(n, (part + 1) * PART_OF_THE_WORK);
              for (int q = 0; q < shares.length; q++) {
                work(questions.get(q), part * PART_OF_THE_WORK, end, shares[q]);
              }
            });
    return shares;
  }

  private static void work(Question question, int from, int end, double[] share) {
    ServiceIndex service = question.service();
    Distances.ShareWork worker = question.work();
    int[] order = service.communities.spatialOrder;
    for (int k = from; k < end; k++) {
      int i = order[k];
      share[i] = service.completion().known(i) ? worker.of(i) : Double.NaN;
    }
  }

  /**
   * The shares of a derived city from those of its base: only communities that a changed facility
   * reaches, before or after, are worked out again.
   *
   * @param before the base's answer to the same question
   */
  static double[] changed(Question question, double[] before, List<PlacedFacility> changed) {
    ServiceIndex service = question.service();
    BitSet touched = question.distances().touched(question.metres(), changed);
    double[] after = before.clone();
    Distances.ShareWork worker = question.work();
    for (int i = touched.nextSetBit(0); i >= 0; i = touched.nextSetBit(i + 1)) {
      if (service.completion().known(i)) {
        after[i] = worker.of(i);
      }
    }
    return after;
  }
}
