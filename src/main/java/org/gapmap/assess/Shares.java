package org.gapmap.assess;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/** Shares of whole cities, on all processors. */
final class Shares {
  /** Communities that one thread takes at a time, all questions one after the other. */
  private static final int PART_OF_THE_WORK = 256;

  private Shares() {}

  /** The facilities that a share is asked of, and the straight line of their row. */
  record Question(ServiceIndex service, double straightMetres) {}

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
    ShareOfArea worker = new ShareOfArea(service, question.straightMetres());
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
    BitSet touched = touched(question, changed);
    double[] after = before.clone();
    ShareOfArea worker = new ShareOfArea(service, question.straightMetres());
    for (int i = touched.nextSetBit(0); i >= 0; i = touched.nextSetBit(i + 1)) {
      if (service.completion().known(i)) {
        after[i] = worker.of(i);
      }
    }
    return after;
  }

  /** The communities that a changed facility may reach. */
  static BitSet touched(Question question, List<PlacedFacility> changed) {
    ServiceIndex service = question.service();
    double farthest = question.straightMetres() * service.largestReachFactor;
    BitSet touched = new BitSet(service.communities.size());
    for (PlacedFacility one : changed) {
      Envelope place = one.facility.place().getEnvelopeInternal();
      service.communities.near(place, farthest, touched::set);
    }
    return touched;
  }
}
