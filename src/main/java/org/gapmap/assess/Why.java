package org.gapmap.assess;

import java.util.List;
import org.gapmap.domain.LayerType;
import org.gapmap.store.LayerVersion;

/**
 * Why a community has the verdict that it has for a row of a standard: every facility that was
 * looked at, and the lists that they come from.
 *
 * @param index the community's
 * @param facilities the nearest first: all within twice the radius, and at least the five nearest
 * @param lists the layers of the kinds that satisfy the row
 */
public record Why(
    KindCoverage coverage, int index, List<Considered> facilities, List<ListUsed> lists) {
  private static final int AT_LEAST = 5;

  /**
   * A list of facilities.
   *
   * @param completeHere whether a facility missing from it is missing in the community too
   */
  public record ListUsed(LayerVersion layer, boolean completeHere) {}

  public Why {
    facilities = List.copyOf(facilities);
    lists = List.copyOf(lists);
  }

  public static Why of(KindCoverage coverage, int index) {
    List<Considered> shown =
        coverage.distances().around(index, 2 * coverage.limitMetres(), AT_LEAST).stream()
            .map(away -> considered(coverage, index, away))
            .toList();
    return new Why(coverage, index, shown, listsUsed(coverage, index));
  }

  private static Considered considered(KindCoverage coverage, int index, Distances.Away away) {
    ServiceIndex service = coverage.service();
    int j = away.number();
    double reach = coverage.reachMetres(j);
    Verdict verdict = service.verdict(j, index, away.metres(), reach);
    double share = Double.NaN;
    if (verdict == Verdict.COUNTED) {
      try (Distances.FromFacility from = coverage.distances().from(j, coverage.limitMetres())) {
        share = from.shareOfArea(index);
      }
    }
    return new Considered(
        service.facility(j),
        away.metres(),
        coverage.distances().way(coverage.city(), j, index),
        reach,
        verdict,
        share,
        service.sizeUnknown(j));
  }

  /** The facilities that count. */
  public List<Considered> counted() {
    return facilities.stream().filter(Considered::counted).toList();
  }

  public Completion.Reason reason() {
    return coverage.service().completion().reason(index);
  }

  private static List<ListUsed> listsUsed(KindCoverage coverage, int index) {
    City city = coverage.city();
    List<String> kinds = coverage.rule().satisfiedBy();
    return city.layers().stream()
        .filter(layer -> layer.key().type() == LayerType.FACILITIES)
        .filter(layer -> kinds.contains(layer.key().kind()))
        .map(
            layer ->
                new ListUsed(
                    layer,
                    Completion.completeFor(layer.completeness(), city.community(index).boundary())))
        .toList();
  }
}
