package org.gapmap.assess;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gapmap.assess.walking.NotReachable;
import org.gapmap.domain.Citation;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.TargetGroup;
import org.gapmap.domain.Verification;
import org.gapmap.standards.KindCatalogue;

/** A city's shares for one row of a standard at one radius, by community index. Immutable. */
public final class KindCoverage {
  private static final Citation OWN_RADIUS =
      new Citation(
          new LocalizedText("无条文(自设半径)", "no clause (a radius of your own)"),
          new LocalizedText("使用者设定", "set by the user"),
          0,
          Verification.UNVERIFIED,
          true,
          "",
          "");

  private final City city;
  private final ServiceStandard standard;
  private final ServiceRule rule;
  private final double radiusMetres;
  private final Distances distances;
  private final double[] share;
  private final KindCatalogue kinds;
  private final PeopleInReach people;
  private final JudgedBy judgedBy;

  KindCoverage(
      City city,
      ServiceStandard standard,
      ServiceRule rule,
      double radiusMetres,
      Distances distances,
      double[] share,
      KindCatalogue kinds) {
    this.city = city;
    this.standard = standard;
    this.rule = rule;
    this.radiusMetres = radiusMetres;
    this.distances = distances;
    this.share = share;
    this.kinds = kinds;
    this.people =
        new PeopleInReach(
            distances.within(city, distances.metres(rule.reach(), radiusMetres)),
            rule,
            standard.population(),
            share,
            kinds);
    this.judgedBy = JudgedBy.AREA;
  }

  private KindCoverage(KindCoverage other, City city, JudgedBy judgedBy) {
    this.city = city;
    this.standard = other.standard;
    this.rule = other.rule;
    this.radiusMetres = other.radiusMetres;
    this.distances = other.distances;
    this.share = other.share;
    this.kinds = other.kinds;
    this.people = other.people;
    this.judgedBy = judgedBy;
  }

  /** What the verdict is about. */
  public enum JudgedBy {
    AREA,
    PEOPLE
  }

  /** The same answer, its verdicts by the share of area or of people. */
  public KindCoverage judgedBy(JudgedBy by) {
    return by == judgedBy ? this : new KindCoverage(this, city, by);
  }

  /** The same answer for a city whose facilities of this row are the same ones. */
  KindCoverage in(City same) {
    return same.equals(city) ? this : new KindCoverage(this, same, judgedBy);
  }

  public JudgedBy judgedBy() {
    return judgedBy;
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

  /**
   * What the radius comes to in the way it is measured: shorter where it is a walking distance that
   * is judged by a straight line.
   */
  public double limitMetres() {
    return people.reach().metres();
  }

  /** How far facility {@code j} reaches, in the same metres. */
  public double reachMetres(int j) {
    return people.reach().reachMetres(j);
  }

  /** How the distances were measured. */
  public Measured measured() {
    return Measured.of(rule, distances);
  }

  /** How long a walk takes whom the kind is for, in minutes. */
  public double minutes(double walkMetres) {
    return walkMetres / standard.walkingSpeeds().of(group()).value() / 60;
  }

  /**
   * Why nobody can tell how far a community has to walk; empty where that is known, and where
   * nothing was walked.
   */
  public Optional<NotReachable> walkReason(int index) {
    return distances instanceof WalkedDistances walked ? walked.reason(index) : Optional.empty();
  }

  /** Whether the shares are an estimate: a walking distance, judged by a straight line. */
  public boolean estimated() {
    return measured() == Measured.ESTIMATED;
  }

  Distances distances() {
    return distances;
  }

  InReach inReach() {
    return people.reach();
  }

  /** Where the radius comes from: one of the user's is nobody's standard. */
  public Citation citation() {
    boolean own =
        rule.radiusMetres().isPresent() && rule.radiusMetres().getAsDouble() == radiusMetres;
    return own ? rule.citation() : OWN_RADIUS;
  }

  public ServiceIndex service() {
    return distances.service();
  }

  /** Share of the community's area served, in [0, 1]; NaN where unknown. */
  public double share(int index) {
    return share[index];
  }

  public CoverageStatus status(int index) {
    return standard.thresholdsOf(rule).statusOf(judgedShare(index));
  }

  /** The share that the verdict is made of; NaN where unknown. */
  public double judgedShare(int index) {
    return judgedBy == JudgedBy.AREA ? share[index] : shareOfPeople(index);
  }

  /** Whom the kind is for. */
  public TargetGroup group() {
    return people.group();
  }

  /** How many people of the kind's target group live where. */
  public Demand demand() {
    return people.demand(people.group());
  }

  /** How many residents of any age live where. */
  public Demand everyone() {
    return people.demand(TargetGroup.ALL);
  }

  /** Share of the people of the target group in reach, in [0, 1]; NaN where unknown. */
  public double shareOfPeople(int index) {
    return people.share(people.group(), index);
  }

  /** People of the target group out of reach; NaN where unknown. */
  public double peopleOutOfReach(int index) {
    return demand().people(index) * (1 - shareOfPeople(index));
  }

  /** People of any group out of reach, whomever the kind is for; NaN where unknown. */
  public double peopleOutOfReach(TargetGroup of, int index) {
    return people.demand(of).people(index) * (1 - people.share(of, index));
  }

  /** Share of a community's people of the group within reach of one facility alone. */
  double shareInReachOf(Distances.FromFacility facility, int index) {
    return people.shareOfFacility(facility, index);
  }

  /** Who finds room; worked out at the first question. */
  public Capacity capacity() {
    return people.capacity();
  }

  /** The number of communities with a status. */
  public int count(CoverageStatus status, IntPredicate among) {
    return (int)
        IntStream.range(0, share.length).filter(i -> status(i) == status && among.test(i)).count();
  }

  public int count(CoverageStatus status) {
    return (int) IntStream.range(0, share.length).filter(i -> status(i) == status).count();
  }

  /** Residents of any age out of reach; NaN where they or the share are unknown. */
  public double residentsOutOfReach(int index) {
    return everyone().people(index) * (1 - people.share(TargetGroup.ALL, index));
  }

  /** Square metres out of reach; NaN where the share is unknown. */
  public double areaOutOfReachSqm(int index) {
    return city.polygon(index).areaSqm() * (1 - share[index]);
  }

  /** The same question asked of a city that is derived from this one. */
  KindCoverage of(City derived) {
    return new KindCoverage(
            derived,
            standard,
            rule,
            radiusMetres,
            derived.distances(rule),
            sharesIn(derived),
            kinds)
        .judgedBy(judgedBy);
  }

  /** People of a group out of reach in one community; NaN where unknown. */
  double outOfReach(TargetGroup group, int index) {
    return people.demand(group).people(index) * (1 - people.share(group, index));
  }

  /** The same, worked out for this community alone. */
  double outOfReachOfOne(TargetGroup group, int index) {
    return people.demand(group).people(index) * (1 - people.shareOfOne(group, index));
  }

  /** The share that the verdict is made of, worked out for one community alone. */
  double judgedShareOfOne(int index) {
    return judgedBy == JudgedBy.AREA ? share[index] : people.shareOfOne(people.group(), index);
  }

  /** The shares of a city that is derived from this one, for the same row and radius. */
  private double[] sharesIn(City derived) {
    Distances there = derived.distances(rule);
    ServiceIndex.Derivation derivation = there.service().derivation();
    if (there.equals(distances)) {
      return share;
    }
    if (derivation == null || derivation.base() != distances.service()) {
      throw new IllegalArgumentException("the city is not derived from this one");
    }
    return Shares.changed(new Shares.Question(there, limitMetres()), share, derivation.changed());
  }
}
