package org.gapmap.assess;

import java.util.stream.IntStream;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;

/** A city's shares for one row of a standard at one radius, by community index. Immutable. */
public final class KindCoverage {
  private final City city;
  private final ServiceStandard standard;
  private final ServiceRule rule;
  private final double radiusMetres;
  private final ServiceIndex service;
  private final double[] share;

  KindCoverage(
      City city,
      ServiceStandard standard,
      ServiceRule rule,
      double radiusMetres,
      ServiceIndex service,
      double[] share) {
    this.city = city;
    this.standard = standard;
    this.rule = rule;
    this.radiusMetres = radiusMetres;
    this.service = service;
    this.share = share;
  }

  public City city() {
    return city;
  }

  public ServiceStandard standard() {
    return standard;
  }

  public ServiceRule rule() {
    return rule;
  }

  /** The radius asked for; where size changes the reach, that of the largest facilities. */
  public double radiusMetres() {
    return radiusMetres;
  }

  /** The straight line that the radius is judged by; shorter where it is a walking distance. */
  public double straightMetres() {
    return rule.reach().straightMetres(radiusMetres);
  }

  /** Whether the shares are an estimate: a walking distance, judged by a straight line. */
  public boolean estimated() {
    return rule.mode() == DistanceMode.WALKING;
  }

  public ServiceIndex service() {
    return service;
  }

  /** Share of the community's area served, in [0, 1]; NaN where unknown. */
  public double share(int index) {
    return share[index];
  }

  public CoverageStatus status(int index) {
    return standard.thresholdsOf(rule).statusOf(share[index]);
  }

  /** The number of communities with a status. */
  public int count(CoverageStatus status) {
    return (int) IntStream.range(0, share.length).filter(i -> status(i) == status).count();
  }

  /**
   * Residents x (1 - share), taking residents to live evenly over the area; NaN where the share or
   * the number of residents is unknown.
   */
  public double residentsOutOfReach(int index) {
    return city.residents(index).isPresent()
        ? city.residents(index).getAsInt() * (1 - share[index])
        : Double.NaN;
  }

  /** Square metres out of reach; NaN where the share is unknown. */
  public double areaOutOfReachSqm(int index) {
    return city.polygon(index).areaSqm() * (1 - share[index]);
  }
}
