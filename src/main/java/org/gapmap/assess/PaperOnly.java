package org.gapmap.assess;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gapmap.assess.KindCoverage.JudgedBy;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.Facility;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Passes on paper, fails on foot: a community that is met for a kind by the radius, and not by the
 * walk. Shown by the place of it that comes nearest to a facility on paper and is out of reach of
 * all on foot. A walk is never shorter than the line, so that no place is in reach the other way
 * round.
 *
 * @param index the community's
 * @param people of the kind's group in reach on paper and not on foot; NaN where unknown
 * @param facility the one that the place is nearest to on paper
 * @param line from the place to it
 * @param walk from the place to that facility; empty where no way leads there
 * @param minutes of that walk; NaN without one
 */
public record PaperOnly(
    int index,
    String kind,
    Shares shares,
    double people,
    Facility facility,
    Line line,
    Optional<Walk> walk,
    double minutes) {

  /** Shares of the community that the two verdicts are made of, in [0, 1]. */
  public record Shares(double onPaper, double onFoot) {}

  /** The straight line, its ends in degrees, and what lies on it. */
  public record Line(Coordinate from, Coordinate to, double metres, Barrier barrier) {}

  /**
   * Those of some rows, most people first, then the longest way round. None in a city without
   * streets.
   *
   * @param kind the row that is asked about; empty for all that are judged by distance
   * @param radius in place of that row's own
   */
  public static List<PaperOnly> of(
      City city,
      ServiceStandard standard,
      Optional<String> kind,
      Optional<Double> radius,
      JudgedBy by,
      Assessor assessor) {
    CityWalks walks = city.walks().orElse(null);
    if (walks == null) {
      return List.of();
    }
    ServiceStandard onPaper = DistanceChoice.in(standard, DistanceMode.STRAIGHT);
    ServiceStandard onFoot = DistanceChoice.in(standard, DistanceMode.WALKING);
    Barriers barriers = new Barriers(city, walks);
    return onFoot.rules().stream()
        .filter(rule -> rule.radiusMetres().isPresent())
        .filter(rule -> kind.isEmpty() || kind.get().equals(rule.kind()))
        .flatMap(
            rule -> {
              ServiceRule straight = onPaper.findRule(rule.kind()).orElseThrow();
              double metres = radius.orElse(rule.radiusMetres().orElseThrow());
              KindCoverage paper = assessor.assess(city, onPaper, straight, metres).judgedBy(by);
              KindCoverage foot = assessor.assess(city, onFoot, rule, metres).judgedBy(by);
              return IntStream.range(0, city.size())
                  .parallel()
                  .filter(i -> paper.status(i) == CoverageStatus.MET && fails(foot.status(i)))
                  .mapToObj(i -> Optional.ofNullable(find(i, paper, foot, walks, barriers)))
                  .flatMap(Optional::stream);
            })
        .sorted(
            Comparator.comparingDouble((PaperOnly one) -> -zeroOfUnknown(one.people))
                .thenComparingDouble(one -> -one.detour())
                .thenComparing(PaperOnly::kind)
                .thenComparingInt(PaperOnly::index))
        .toList();
  }

  private static boolean fails(CoverageStatus onFoot) {
    return onFoot == CoverageStatus.GAP || onFoot == CoverageStatus.PARTIAL;
  }

  private static double zeroOfUnknown(double people) {
    return Double.isNaN(people) ? 0 : people;
  }

  /** How many times the line the walk is; infinite where there is none. */
  public double detour() {
    return walk.map(Walk::detour).orElse(Double.POSITIVE_INFINITY);
  }

  /** Null where no place is lost: the two verdicts then differ by how finely a share is told. */
  private static @Nullable PaperOnly find(
      int i, KindCoverage paper, KindCoverage foot, CityWalks walks, Barriers barriers) {
    Lost lost = Lost.find(i, foot, walks);
    if (lost.place < 0) {
      return null;
    }
    ServiceIndex service = foot.service();
    Way way = walks.way(service, lost.facility, i, lost.places, lost.place);
    return new PaperOnly(
        i,
        foot.rule().kind(),
        new Shares(paper.judgedShare(i), foot.judgedShare(i)),
        foot.peopleOutOfReach(i) - paper.peopleOutOfReach(i),
        service.facility(lost.facility),
        new Line(way.from(), way.to(), lost.metres, barriers.between(i, way.from(), way.to())),
        way.walk(),
        way.walk().map(walk -> foot.minutes(walk.metres())).orElse(Double.NaN));
  }

  /** The place that is nearest to a facility on paper and out of reach of all on foot. */
  private static final class Lost {
    private final WalkPlaces places;
    private int place = -1;
    private int facility = -1;
    private double metres = Double.POSITIVE_INFINITY;

    private Lost(WalkPlaces places) {
      this.places = places;
    }

    static Lost find(int community, KindCoverage foot, CityWalks walks) {
      Spots spots = foot.demand().spots(community);
      boolean homes = foot.judgedBy() == JudgedBy.PEOPLE && spots.size() > 0;
      Lost lost = new Lost(homes ? walks.homes(community, spots) : walks.area(community));
      WalkedDistances walked = (WalkedDistances) foot.distances();
      ServiceIndex service = foot.service();
      double[] near = new double[walked.fields.count()];
      for (int p = 0; p < lost.places.size(); p++) {
        int each = p;
        walked.ofHome(community, lost.places, p, near);
        if (walked.judged(lost.places.doors(p), near)
            && !walked.reached(near, foot.radiusMetres())) {
          service.forEachReaching(
              community, foot.radiusMetres(), j -> lost.consider(service, j, each, foot));
        }
      }
      return lost;
    }

    private void consider(ServiceIndex service, int j, int p, KindCoverage foot) {
      double straight = places.straightMetres(service, j, p);
      if (straight <= service.reachMetres(j, foot.radiusMetres()) && straight < metres) {
        metres = straight;
        place = p;
        facility = j;
      }
    }
  }
}
