package org.gapmap.geo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What rows say of where they are (the street of an address, a community, a district), held against
 * where each reading of their coordinates puts them.
 *
 * <p>Two readings are compared by the rows on which they differ: k rows that fit the one and fail
 * the other, m the other way round. As in a sign test only those count, and each as ln((1-e)/e)
 * with the share of errors e = (m + 1/4) / (k + m + 1/2) seen in themselves (Jeffreys' prior taken
 * half as strong): three rows of three weigh 7.7, ten against six 2. Where the other reading puts a
 * place off what is known, a street speaks half, and once whatever number of rows it has, for the
 * shift may run along it.
 */
final class PlaceClaims {
  private static final double ON_STREET_METRES = 50;
  private static final double OFF_STREET_METRES = 100;
  private static final double AT_COMMUNITY_METRES = 60;
  private static final double OFF_COMMUNITY_METRES = 200;

  /** Borders are drawn coarsely: a place so near to one is on neither side. */
  private static final double BORDER_METRES = 50;

  private static final int LONGEST_STREET = 12;

  /** What may stand before the name of a street: else it is the end of a longer one. */
  private static final Pattern BEFORE =
      Pattern.compile(".*[省市区县旗镇乡村路街道巷弄号口近与和、及\\s\\p{Punct}\\p{IsPunctuation}0-9]|");

  private enum State {
    FITS,
    FAILS,
    /** Neither near enough nor far enough. */
    BETWEEN,
    /** Where too little is known to fail. */
    OFF_MAP
  }

  private record Claim(String place, State[] states) {
    boolean differs() {
      int fits = 0;
      for (State state : states) {
        fits += state == State.FITS ? 1 : 0;
      }
      return fits > 0 && fits < states.length;
    }
  }

  private final NearbyLayers layers;
  private final double[][] places;
  private final List<Claim> streets = new ArrayList<>();
  private final List<Claim> areas = new ArrayList<>();

  /**
   * @param places x and y in turn of each reading
   * @param words of the same places; may be shorter
   */
  PlaceClaims(double[][] places, List<PlaceWords> words, NearbyLayers layers) {
    this.layers = layers;
    this.places = places;
    for (int i = 0; i < Math.min(words.size(), places[0].length / 2); i++) {
      PlaceWords said = words.get(i);
      int at = 2 * i;
      if (layers.toStreets(places[0][at], places[0][at + 1]) <= NearbyLayers.NEAR_METRES) {
        Optional<Claim> near = community(said, at).or(() -> street(said, at));
        near.filter(Claim::differs).ifPresent(streets::add);
      }
      area(said, at).filter(Claim::differs).ifPresent(areas::add);
    }
  }

  private Optional<Claim> community(PlaceWords said, int at) {
    return layers
        .communities()
        .in(said.address())
        .or(() -> layers.communities().in(said.name()))
        .map(
            name ->
                claim(
                    name,
                    at,
                    (x, y) ->
                        state(
                            -layers.communities().depth(name, x, y),
                            AT_COMMUNITY_METRES,
                            OFF_COMMUNITY_METRES,
                            layers.covers(x, y))));
  }

  private Optional<Claim> street(PlaceWords said, int at) {
    Optional<String> street = streetIn(said.address());
    if (said.address().isEmpty()) {
      street = streetIn(said.name());
    }
    return street.map(
        name ->
            claim(
                name,
                at,
                (x, y) ->
                    state(
                        layers.distanceTo(name, x, y),
                        ON_STREET_METRES,
                        OFF_STREET_METRES,
                        layers.covers(x, y))));
  }

  private Optional<Claim> area(PlaceWords said, int at) {
    NamedShapes known = layers.areas();
    return said.values().stream()
        .filter(known::has)
        .reduce((a, b) -> smaller(known, a, b))
        .or(() -> known.in(said.address()))
        .or(() -> known.in(said.name()))
        .map(
            name ->
                claim(
                    name,
                    at,
                    (x, y) ->
                        state(-known.depth(name, x, y), -BORDER_METRES, BORDER_METRES, true)));
  }

  private static String smaller(NamedShapes known, String a, String b) {
    return known.in(a + " " + b).orElse(a);
  }

  private interface Judge {
    State at(double x, double y);
  }

  private Claim claim(String place, int at, Judge judge) {
    State[] states = new State[places.length];
    for (int r = 0; r < places.length; r++) {
      states[r] = judge.at(places[r][at], places[r][at + 1]);
    }
    return new Claim(place, states);
  }

  private static State state(double metres, double fits, double fails, boolean covered) {
    if (metres <= fits) {
      return State.FITS;
    }
    return !covered ? State.OFF_MAP : metres > fails ? State.FAILS : State.BETWEEN;
  }

  /** The street that a text names: the one before a house number, else the longest. */
  private Optional<String> streetIn(String text) {
    String best = "";
    for (int from = 0; from < text.length(); from++) {
      for (int length = NamedShapes.SHORTEST_NAME;
          length <= LONGEST_STREET && from + length <= text.length();
          length++) {
        String name = text.substring(from, from + length);
        if (!layers.isStreet(name) || !BEFORE.matcher(text.substring(0, from)).matches()) {
          continue;
        }
        String after = text.substring(from + length);
        if (after.startsWith("街道") || after.startsWith("社区")) {
          continue;
        }
        if (!after.isEmpty()
            && Character.isDigit(after.strip().isEmpty() ? 'x' : after.strip().charAt(0))) {
          return Optional.of(name);
        }
        best = length > best.length() ? name : best;
      }
    }
    return Optional.of(best).filter(name -> !name.isEmpty());
  }

  /** How much speaks for the one reading against the other, as the logarithm of odds. */
  double nats(int reading, int other) {
    return nats(streets, reading, other) + nats(areas, reading, other);
  }

  private static double nats(List<Claim> claims, int reading, int other) {
    double k = 0;
    double m = 0;
    Set<String> half = new HashSet<>();
    Set<String> otherHalf = new HashSet<>();
    for (Claim claim : claims) {
      State a = claim.states[reading];
      State b = claim.states[other];
      k += a == State.FITS && b == State.FAILS ? 1 : 0;
      m += b == State.FITS && a == State.FAILS ? 1 : 0;
      if (a == State.FITS && b == State.OFF_MAP) {
        half.add(claim.place);
      } else if (b == State.FITS && a == State.OFF_MAP) {
        otherHalf.add(claim.place);
      }
    }
    return weight(k + 0.5 * half.size(), m + 0.5 * otherHalf.size());
  }

  static double weight(double k, double m) {
    if (k < m) {
      return -weight(m, k);
    }
    double errors = (m + 0.25) / (k + m + 0.5);
    return (k - m) * Math.log((1 - errors) / errors);
  }

  /** Rows that tell the readings apart, and how many of them fit this one. */
  WebMapShift.Said said(int reading) {
    return new WebMapShift.Said(
        streets.size(), fits(streets, reading), areas.size(), fits(areas, reading));
  }

  private static int fits(List<Claim> claims, int reading) {
    return (int) claims.stream().filter(c -> c.states[reading] == State.FITS).count();
  }
}
