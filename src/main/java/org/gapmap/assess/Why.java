package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gapmap.domain.LayerType;
import org.gapmap.store.LayerVersion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

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
    ServiceIndex service = coverage.service();
    List<Measured> all = new ArrayList<>();
    for (int j = 0; j < service.listed().size(); j++) {
      all.add(new Measured(j, service.metresToCommunity(j, index)));
    }
    all.sort(
        Comparator.comparingDouble(Measured::metres)
            .thenComparing(measured -> service.facility(measured.number()).id()));
    double limit = 2 * coverage.straightMetres();
    List<Considered> shown = new ArrayList<>();
    for (Measured each : all) {
      if (shown.size() >= AT_LEAST && each.metres() > limit) {
        break;
      }
      shown.add(considered(coverage, index, each));
    }
    return new Why(coverage, index, shown, listsUsed(coverage, index));
  }

  /** A facility by its number in the index. */
  private record Measured(int number, double metres) {}

  private static Considered considered(KindCoverage coverage, int index, Measured measured) {
    ServiceIndex service = coverage.service();
    int j = measured.number();
    double straight = coverage.straightMetres();
    Verdict verdict = service.verdict(j, index, straight);
    double share = verdict == Verdict.COUNTED ? service.ownShare(j, index, straight) : Double.NaN;
    Geometry place = service.facility(j).place();
    Coordinate[] line =
        ConnectingLine.between(
            coverage.city().community(index).boundary(), place, coverage.city().plane(index));
    return new Considered(
        service.facility(j),
        measured.metres(),
        line[1],
        line[0],
        service.reachMetres(j, straight),
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
