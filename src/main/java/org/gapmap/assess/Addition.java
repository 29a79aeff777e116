package org.gapmap.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.Provenance;
import org.gapmap.domain.Provision;
import org.gapmap.domain.Reach;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.TargetGroup;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * What one more open and public facility would serve, at a place. Communities whose share is
 * unknown are left out: nobody knows what they would gain.
 *
 * @param residentsGained over the communities where known; NaN where none of those that change is
 * @param groupGained of them those of the kind's target group, likewise
 * @param changes the communities whose share of area grows
 */
public record Addition(
    double residentsGained, double groupGained, double areaGainedSqm, List<Change> changes) {

  /** A community's share before and after, and the verdicts that go with them. */
  public record Change(
      int index, double before, double after, CoverageStatus was, CoverageStatus becomes) {
    /** Whether the verdict is better than it was. */
    public boolean lifted() {
      return was != becomes;
    }
  }

  public Addition {
    changes = List.copyOf(changes);
  }

  /**
   * @param place longitude and latitude in degrees
   */
  public static Addition at(KindCoverage coverage, Coordinate place) {
    City city = coverage.city();
    KindCoverage larger =
        coverage.of(city.with(CityChanges.NONE.adding(asTheRowAsks(coverage.rule(), place))));
    List<Change> changes = new ArrayList<>();
    double residents = Double.NaN;
    double group = Double.NaN;
    double area = 0;
    for (int i = 0; i < city.size(); i++) {
      double gain = larger.share(i) - coverage.share(i);
      if (gain > 0) {
        changes.add(
            new Change(
                i,
                coverage.judgedShare(i),
                larger.judgedShare(i),
                coverage.status(i),
                larger.status(i)));
        area += gain * city.polygon(i).areaSqm();
        residents = plus(residents, gained(TargetGroup.ALL, coverage, larger, i));
        group = plus(group, gained(coverage.group(), coverage, larger, i));
      }
    }
    return new Addition(residents, group, area, changes);
  }

  private static double gained(TargetGroup group, KindCoverage before, KindCoverage after, int i) {
    return before.outOfReachOfOne(group, i) - after.outOfReachOfOne(group, i);
  }

  private static double plus(double sum, double more) {
    if (Double.isNaN(more)) {
      return sum;
    }
    return (Double.isNaN(sum) ? 0 : sum) + more;
  }

  /** A new facility large enough to count, and to reach as far as any of its row. */
  private static Facility asTheRowAsks(ServiceRule rule, Coordinate place) {
    double largestClass =
        rule.reach().bySize().stream().mapToDouble(Reach.SizeClass::fromLandSqm).max().orElse(0);
    double land = Math.max(largestClass, rule.requirement().leastLandSqm().orElse(0));
    return new Facility(
        rule.satisfiedBy().get(0),
        "",
        "",
        new GeometryFactory().createPoint(place),
        FacilityStatus.OPEN,
        FacilityAccess.PUBLIC,
        new Provision(
            OptionalInt.empty(),
            rule.requirement().leastFloorSqm(),
            land > 0 ? OptionalDouble.of(land) : OptionalDouble.empty()),
        new Provenance(0, "", "", 0));
  }
}
