package org.gapmap.assess;

import java.util.ArrayList;
import java.util.List;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.geo.Geocentric;
import org.locationtech.jts.geom.Coordinate;

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
    double[] added = new double[3];
    Geocentric.of(place.x, place.y, added, 0);
    ShareOfArea shares = new ShareOfArea(city, coverage.service(), coverage.straightMetres());
    List<Change> changes = new ArrayList<>();
    double residents = 0;
    double area = 0;
    boolean residentsKnown = false;
    double[] xy = new double[2];
    for (int i = 0; i < city.size(); i++) {
      double before = coverage.share(i);
      if (Double.isNaN(before) || before >= 1) {
        continue;
      }
      city.plane(i).projectGeocentric(added[0], added[1], added[2], xy, 0);
      if (city.polygon(i).distanceTo(xy[0], xy[1]) >= coverage.straightMetres()) {
        continue;
      }
      double after = shares.withOneMore(i, added);
      if (after > before) {
        changes.add(
            new Change(
                i,
                before,
                after,
                coverage.status(i),
                coverage.standard().thresholdsOf(coverage.rule()).statusOf(after)));
        area += (after - before) * city.polygon(i).areaSqm();
        residentsKnown |= city.residents(i).isPresent();
        residents += (after - before) * city.residents(i).orElse(0);
      }
    }
    return new Addition(residents, residentsKnown, area, changes);
  }
}
