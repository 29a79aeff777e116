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
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * What one more open and public facility would serve, at a place. Communities whose share is
 * unknown are left out: nobody knows what they would gain.
 *
 * @param residentsGained over the communities whose residents are known
 * @param residentsKnown whether any community that changes has a number of residents
 * @param changes the communities whose share grows
 */
public record Addition(
    double residentsGained, boolean residentsKnown, double areaGainedSqm, List<Change> changes) {

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
    City larger = city.with(CityChanges.NONE.adding(asTheRowAsks(coverage.rule(), place)));
    double[] after = coverage.sharesIn(larger);
    List<Change> changes = new ArrayList<>();
    double residents = 0;
    double area = 0;
    boolean residentsKnown = false;
    for (int i = 0; i < after.length; i++) {
      double gain = after[i] - coverage.share(i);
      if (gain > 0) {
        changes.add(
            new Change(
                i,
                coverage.share(i),
                after[i],
                coverage.status(i),
                coverage.standard().thresholdsOf(coverage.rule()).statusOf(after[i])));
        area += gain * city.polygon(i).areaSqm();
        residentsKnown |= city.residents(i).isPresent();
        residents += gain * city.residents(i).orElse(0);
      }
    }
    return new Addition(residents, residentsKnown, area, changes);
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
