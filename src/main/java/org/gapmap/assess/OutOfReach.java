package org.gapmap.assess;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.TargetGroup;

/**
 * What communities are ranked by: people out of reach and kinds that are short, by community index.
 * Of several kinds the worst one counts: nobody is counted twice who is out of reach of two. People
 * are NaN where unknown.
 */
public final class OutOfReach {
  private static final List<TargetGroup> CHILDREN =
      List.of(TargetGroup.INFANTS_0_3, TargetGroup.CHILDREN_3_6, TargetGroup.CHILDREN_6_12);

  private final double[] residents;
  private final double[] people;
  private final double[] elderly;
  private final double[] children;
  private final int[] shortOf;
  private final int[] unknown;

  private OutOfReach(int communities) {
    residents = nobodyKnows(communities);
    people = nobodyKnows(communities);
    elderly = nobodyKnows(communities);
    children = nobodyKnows(communities);
    shortOf = new int[communities];
    unknown = new int[communities];
  }

  private static double[] nobodyKnows(int communities) {
    double[] column = new double[communities];
    Arrays.fill(column, Double.NaN);
    return column;
  }

  /**
   * Of one kind. The elderly and children are those out of its reach whomever it is for; children
   * are its own group where that is one of theirs, else all of 0 to 11, unknown where one of the
   * groups is.
   */
  public static OutOfReach ofOne(KindCoverage coverage) {
    OutOfReach columns = new OutOfReach(coverage.city().size());
    columns.add(coverage);
    List<TargetGroup> young =
        CHILDREN.contains(coverage.group()) ? List.of(coverage.group()) : CHILDREN;
    columns.each(
        i -> {
          columns.elderly[i] = coverage.peopleOutOfReach(TargetGroup.ELDERLY_60, i);
          columns.children[i] =
              young.stream().mapToDouble(group -> coverage.peopleOutOfReach(group, i)).sum();
        });
    return columns;
  }

  /**
   * Of all kinds: each number is the largest over those where it is known. The elderly and children
   * are those out of reach of kinds that are for them.
   *
   * @param communities the number of communities, also where no kind is judged
   */
  public static OutOfReach ofAll(List<KindCoverage> coverages, int communities) {
    OutOfReach columns = new OutOfReach(communities);
    for (KindCoverage coverage : coverages) {
      columns.add(coverage);
      boolean forElderly = coverage.group() == TargetGroup.ELDERLY_60;
      if (forElderly || CHILDREN.contains(coverage.group())) {
        double[] own = forElderly ? columns.elderly : columns.children;
        columns.each(i -> own[i] = larger(own[i], coverage.peopleOutOfReach(i)));
      }
    }
    return columns;
  }

  private void add(KindCoverage coverage) {
    each(
        i -> {
          residents[i] = larger(residents[i], coverage.residentsOutOfReach(i));
          people[i] = larger(people[i], coverage.peopleOutOfReach(i));
          CoverageStatus status = coverage.status(i);
          shortOf[i] += status == CoverageStatus.GAP ? 1 : 0;
          unknown[i] += status == CoverageStatus.UNKNOWN ? 1 : 0;
        });
  }

  private void each(java.util.function.IntConsumer community) {
    IntStream.range(0, residents.length).forEach(community);
  }

  private static double larger(double known, double other) {
    return Double.isNaN(known) || other > known ? other : known;
  }

  public int size() {
    return residents.length;
  }

  /** Residents of any age. */
  public double residents(int index) {
    return residents[index];
  }

  /** Of the kind's target group; of all kinds, each kind's own. */
  public double people(int index) {
    return people[index];
  }

  public double elderly(int index) {
    return elderly[index];
  }

  public double children(int index) {
    return children[index];
  }

  /** The number of kinds that are a gap. */
  public int shortOf(int index) {
    return shortOf[index];
  }

  /** The number of kinds that nobody can judge. */
  public int unknown(int index) {
    return unknown[index];
  }
}
