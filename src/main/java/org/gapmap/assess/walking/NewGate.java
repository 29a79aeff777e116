package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.gapmap.geo.Geocentric;

/**
 * Where one more gate would save a community's people most of their walks.
 *
 * <p>Every place along the edge is tried at which a street outside could be joined. People come to
 * the new gate as they come to any: straight, or where ways are mapped inside along these and from
 * their nearest point on. What is counted is what it saves the residents of the part that it opens,
 * as if the compound were built anew with it; that others may come in by it is not.
 */
public final class NewGate {
  /** Openings nearer to each other than this are one proposal. */
  private static final double APART_METRES = 50;

  /** Nobody walks farther than this inside a compound to get out. */
  private static final double INSIDE_METRES = 2_000;

  private final Compounds compounds;
  private final GateCandidates candidates;

  /** What no path can be laid across: water, a railway. */
  @FunctionalInterface
  public interface Barrier {
    boolean crosses(double lonA, double latA, double lonB, double latB);
  }

  /**
   * A place where people live.
   *
   * @param people how many; the unit of what is saved
   */
  public record Home(Joining.Joined place, double people) {}

  /**
   * A kind of service.
   *
   * @param fromStreets metres to its nearest facility from doors; infinite where there is none
   * @param now metres of each home today, inside its compound or out of it; infinite likewise
   * @param reachMetres how far people should have to walk
   */
  public record Kind(ToDoubleFunction<Doors> fromStreets, double[] now, double reachMetres) {}

  /**
   * A proposal.
   *
   * @param path longitudes and latitudes of the path that makes it: from the nearest mapped way
   *     inside, else from the nearest home, through the gate to the street that is joined outside
   * @param savedPeopleMetres of each kind; of those who can't get there today nothing
   * @param newlyInReach of each kind people who come within reach by it
   * @param newlyConnected of each kind people who can get there by it only
   * @param connectedPeopleMetres what these walk then, of all kinds
   */
  public record Opening(
      double lon,
      double lat,
      double[] path,
      double[] savedPeopleMetres,
      double[] newlyInReach,
      double[] newlyConnected,
      double connectedPeopleMetres) {
    double saved() {
      return Arrays.stream(savedPeopleMetres).sum();
    }

    double connected() {
      return Arrays.stream(newlyConnected).sum();
    }
  }

  public NewGate(Compounds compounds, Barrier barrier) {
    this.compounds = compounds;
    candidates = new GateCandidates(compounds, barrier);
  }

  /**
   * The best openings of a community, at least 50 m apart, the best first; those that save nobody a
   * metre are left out.
   *
   * @param homes of the community's residents
   */
  public List<Opening> best(int communityIndex, List<Home> homes, List<Kind> kinds, int count) {
    List<Opening> openings = new ArrayList<>();
    CompoundParts parts = compounds.parts();
    for (int part = parts.firstPart(communityIndex);
        part < parts.lastPart(communityIndex);
        part++) {
      openings.addAll(all(part, homes, kinds));
    }
    openings.sort(
        Comparator.comparingDouble(Opening::connected)
            .thenComparingDouble(Opening::saved)
            .thenComparingDouble(opening -> -opening.connectedPeopleMetres)
            .reversed());
    List<Opening> best = new ArrayList<>();
    for (Opening opening : openings) {
      if (best.size() < count
          && (opening.saved() > 0 || opening.connected() > 0)
          && best.stream().allMatch(other -> metres(opening, other) >= APART_METRES)) {
        best.add(opening);
      }
    }
    return best;
  }

  private static double metres(Opening one, Opening other) {
    return Geocentric.metres(one.lon, one.lat, other.lon, other.lat);
  }

  /** Every opening of a part, in the order of its edge. */
  List<Opening> all(int part, List<Home> homes, List<Kind> kinds) {
    double farthest = 0;
    for (Kind kind : kinds) {
      for (double now : kind.now) {
        farthest = Math.max(farthest, Math.min(now, INSIDE_METRES));
      }
    }
    WalkReach reach = new WalkReach(compounds.access().graph());
    List<Opening> openings = new ArrayList<>();
    for (GateCandidates.Candidate candidate : candidates.of(part)) {
      openings.add(opening(candidate, homes, kinds, reach, farthest));
    }
    return openings;
  }

  private Opening opening(
      GateCandidates.Candidate candidate,
      List<Home> homes,
      List<Kind> kinds,
      WalkReach reach,
      double farthest) {
    double[] toGate = toGate(candidate, homes, reach, farthest);
    Doors outer = Doors.of(candidate.outer());
    double[] saved = new double[kinds.size()];
    double[] inReach = new double[kinds.size()];
    double[] connected = new double[kinds.size()];
    double connectedMetres = 0;
    for (int k = 0; k < saved.length; k++) {
      Kind kind = kinds.get(k);
      double beyond = kind.fromStreets.applyAsDouble(outer);
      for (int i = 0; i < toGate.length; i++) {
        double now = kind.now[i];
        double then = toGate[i] + beyond;
        if (!(then < now)) {
          continue;
        }
        double people = homes.get(i).people;
        if (now < Double.POSITIVE_INFINITY) {
          saved[k] += people * (now - then);
        } else {
          connected[k] += people;
          connectedMetres += people * then;
        }
        if (now > kind.reachMetres && then <= kind.reachMetres) {
          inReach[k] += people;
        }
      }
    }
    double[] street =
        new EdgeLine(compounds.access().graph(), candidate.outer().edge())
            .at(candidate.outer().along());
    return new Opening(
        candidate.lon(),
        candidate.lat(),
        path(candidate, homes, street),
        saved,
        inReach,
        connected,
        connectedMetres);
  }

  private double[] path(GateCandidates.Candidate candidate, List<Home> homes, double[] street) {
    double[] inside = {candidate.lon(), candidate.lat()};
    Optional<OnStreet> way =
        candidate.inner().stream().min(Comparator.comparingDouble(OnStreet::metres));
    if (way.isPresent()) {
      inside = new EdgeLine(compounds.access().graph(), way.get().edge()).at(way.get().along());
    } else {
      Optional<Joining.Joined> home =
          homes.stream()
              .map(Home::place)
              .filter(place -> Arrays.stream(place.parts()).anyMatch(p -> p == candidate.part()))
              .min(
                  Comparator.comparingDouble(
                      place ->
                          Geocentric.metres(
                              place.lon(), place.lat(), candidate.lon(), candidate.lat())));
      if (home.isPresent()) {
        inside = new double[] {home.get().lon(), home.get().lat()};
      }
    }
    return new double[] {
      inside[0], inside[1], candidate.lon(), candidate.lat(), street[0], street[1]
    };
  }

  /** Metres from each home to the gate; infinite for those of other parts. */
  private static double[] toGate(
      GateCandidates.Candidate candidate, List<Home> homes, WalkReach reach, double farthest) {
    double[] metres = new double[homes.size()];
    if (!candidate.inner().isEmpty()) {
      reach.search(Doors.of(candidate.inner().toArray(new OnStreet[0])), farthest);
    }
    for (int i = 0; i < metres.length; i++) {
      Joining.Joined home = homes.get(i).place;
      if (Arrays.stream(home.parts()).noneMatch(part -> part == candidate.part())) {
        metres[i] = Double.POSITIVE_INFINITY;
      } else if (candidate.inner().isEmpty()) {
        metres[i] = Geocentric.metres(home.lon(), home.lat(), candidate.lon(), candidate.lat());
      } else {
        metres[i] = reach.metres(home.doors());
      }
    }
    return metres;
  }
}
