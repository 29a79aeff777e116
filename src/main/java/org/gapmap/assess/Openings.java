package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gapmap.assess.walking.NewGate;
import org.gapmap.assess.walking.NewGate.Opening;

/**
 * Open one more gate: where along a community's edge one would save its people most.
 *
 * @param kinds of the rows that were counted, in the order of each opening's figures
 * @param people of each kind's group in the community; NaN where unknown: then each opening's
 *     figures of the kind are of 1 person, who stands for everybody
 * @param openings the best first
 */
public record Openings(List<String> kinds, List<Double> people, List<Opening> openings) {
  private static final int PROPOSED = 3;

  public Openings {
    kinds = List.copyOf(kinds);
    people = List.copyOf(people);
    openings = List.copyOf(openings);
  }

  /**
   * @param coverages measured along streets; those that can't be judged are left out, and where the
   *     people of some are known, those whose people nobody knows
   * @throws IllegalArgumentException where one is not measured along streets
   */
  public static Openings of(List<KindCoverage> coverages, int community) {
    boolean someKnown =
        coverages.stream().anyMatch(c -> !Double.isNaN(c.demand().people(community)));
    List<String> kinds = new ArrayList<>();
    List<Double> groups = new ArrayList<>();
    List<NewGate.Kind> asked = new ArrayList<>();
    List<NewGate.Home> homes = new ArrayList<>();
    CityWalks walks = null;
    City city = null;
    for (KindCoverage coverage : coverages) {
      if (!(coverage.distances() instanceof WalkedDistances walked)) {
        throw new IllegalArgumentException(coverage.rule().kind() + " is not walked");
      }
      double people = coverage.demand().people(community);
      if ((Double.isNaN(people) && someKnown) || Double.isNaN(coverage.share(community))) {
        continue;
      }
      city = coverage.city();
      walks = walked.walks;
      Spots spots = coverage.demand().spots(community);
      WalkPlaces places = spots.size() == 0 ? walks.area(community) : walks.homes(community, spots);
      int first = homes.size();
      for (int p = 0; p < places.size(); p++) {
        double part = spots.size() == 0 ? 1.0 / places.size() : spots.amount()[p];
        homes.add(new NewGate.Home(places.joined(p), Double.isNaN(people) ? part : people * part));
      }
      kinds.add(coverage.rule().kind());
      groups.add(people);
      asked.add(kind(coverage, walked, community, places, first));
    }
    if (walks == null || city == null) {
      return new Openings(kinds, groups, List.of());
    }
    Barriers barriers = new Barriers(city, walks);
    NewGate gate = new NewGate(walks.network().compounds(), barriers::crossesWater);
    List<Opening> best = gate.best(community, homes, padded(asked, homes.size()), PROPOSED);
    return new Openings(kinds, groups, best);
  }

  /**
   * Each kind's people have homes of their own in the list. Those of the other kinds are taken to
   * be there already, so that nothing is saved for them twice.
   */
  private static NewGate.Kind kind(
      KindCoverage coverage, WalkedDistances walked, int community, WalkPlaces places, int first) {
    double[] now = new double[first + places.size()];
    double[] near = new double[walked.fields.count()];
    for (int p = 0; p < places.size(); p++) {
      walked.ofHome(community, places, p, near);
      now[first + p] = Arrays.stream(near).min().orElse(Double.POSITIVE_INFINITY);
    }
    return new NewGate.Kind(walked.fields::least, now, coverage.radiusMetres());
  }

  private static List<NewGate.Kind> padded(List<NewGate.Kind> kinds, int homes) {
    return kinds.stream()
        .map(
            kind ->
                new NewGate.Kind(
                    kind.fromStreets(), Arrays.copyOf(kind.now(), homes), kind.reachMetres()))
        .toList();
  }
}
