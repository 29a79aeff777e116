package org.gapmap.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gapmap.domain.LocalizedText;

/**
 * Whether points that pass for degrees carry the shift of a web map: they are laid over what the
 * city has already, as they are and with each shift undone, and the reading that fits is found in
 * two ways.
 *
 * <p>By chance: the mean logarithm of the distances is compared with that of the same points moved
 * by some 300 to 1,000 m in 48 other ways; a reading counts by how many standard deviations of
 * those it is nearer. By what its rows say: an address names a street, a community or a district in
 * which the place must lie ({@link PlaceClaims}). Both are added as logarithms of odds.
 */
@SuppressWarnings("EnumOrdinal") // sums are kept in arrays, one element a reading
public final class WebMapShift {
  private static final double SOFTENING_METRES = 10;
  private static final double FAR_METRES = 300;
  private static final double[] MOVES_METRES = {350, 600, 900};
  private static final int DIRECTIONS = 16;
  private static final double SAME_PLACE_METRES = 150;

  /** Fewer points say nothing by chance. */
  static final int LEAST_POINTS = 8;

  private static final double LIKELY_SIGMAS = 4;
  private static final double LIKELY_LEAD = 2.5;
  private static final double POSSIBLE_SIGMAS = 2.5;
  private static final double POSSIBLE_LEAD = 1.5;

  /** A thousand to one. */
  private static final double LIKELY_NATS = Math.log(1_000);

  private static final double POSSIBLE_NATS = 0.5;

  /** Points shifted once too often are rarer than those of a web map. */
  private static final double RARE_NATS = -2;

  private static final double POSSIBLE_BY_CHANCE_NATS = 3;

  private WebMapShift() {}

  /** How points may have been written; the word is what {@link CrsWord} takes. */
  public enum Reading {
    AS_IS("", "原样", "as they are"),
    GCJ02("gcj02", "还原 GCJ-02", "after undoing GCJ-02"),
    BD09("bd09", "还原 BD-09", "after undoing BD-09"),
    GCJ02_TWICE("gcj02twice", "还原两次 GCJ-02", "after undoing GCJ-02 twice"),
    GCJ02_UNDONE("gcj02undone", "重新加上 GCJ-02（曾被误还原）", "after redoing GCJ-02 (undone in error)");

    private final String word;
    private final String zh;
    private final String en;

    Reading(String word, String zh, String en) {
      this.word = word;
      this.zh = zh;
      this.en = en;
    }

    public String word() {
      return word;
    }

    /** Where its figures stand in lists of all readings. */
    int at() {
      return List.of(values()).indexOf(this);
    }

    void apply(double[] lonLat, int points) {
      switch (this) {
        case AS_IS -> {}
        case GCJ02 -> ChinaShift.gcj02ToWgs84(lonLat, points);
        case BD09 -> ChinaShift.bd09ToWgs84(lonLat, points);
        case GCJ02_TWICE -> {
          ChinaShift.gcj02ToWgs84(lonLat, points);
          ChinaShift.gcj02ToWgs84(lonLat, points);
        }
        case GCJ02_UNDONE -> ChinaShift.wgs84ToGcj02(lonLat, points);
      }
    }
  }

  /** How much speaks for a reading. */
  public enum Strength {
    LIKELY,
    POSSIBLE,
    NONE
  }

  /**
   * @param points that lie amid what is there
   * @param medianMetres of those points to the nearest thing; NaN for none
   * @param sigmas by how many standard deviations of chance the points lie nearer; NaN where too
   *     few
   * @param lead by how many of its own standard errors it beats every other reading and move
   * @param said of the rows' own words
   */
  public record Fit(
      Reading reading, int points, double medianMetres, double sigmas, double lead, Said said) {}

  /**
   * Rows whose words tell the readings apart.
   *
   * @param streets rows that name a street or community, of which this reading puts {@code
   *     onStreet} there
   * @param areas rows that name an area, of which this reading puts {@code inArea} into it
   */
  public record Said(int streets, int onStreet, int areas, int inArea) {}

  /**
   * @param best the reading that fits best, where one does
   */
  public record Verdict(Optional<Reading> best, Strength strength, List<Fit> fits) {
    public Verdict {
      fits = List.copyOf(fits);
    }

    public Fit fit(Reading reading) {
      return fits.get(reading.at());
    }

    /** The numbers for a person. */
    public LocalizedText evidence(Reading reading) {
      Fit fit = fit(reading);
      String zh = reading.zh + "：" + fit.points + " 个点位于已有图层之中";
      String en = reading.en + ": " + fit.points + " points amid the layers there";
      if (fit.points > 0) {
        zh += String.format(Locale.ROOT, "，距离中位数 %.0f 米", fit.medianMetres);
        en += String.format(Locale.ROOT, ", a median of %.0f m from them", fit.medianMetres);
      }
      if (Double.isFinite(fit.sigmas)) {
        zh += String.format(Locale.ROOT, "，比随机移位更贴近 %.1f 个标准差", fit.sigmas);
        en += String.format(Locale.ROOT, ", nearer than chance by %.1f sigmas", fit.sigmas);
      }
      Said said = fit.said;
      if (said.streets > 0) {
        zh += "；写明道路或小区且能区分的 " + said.streets + " 行中有 " + said.onStreet + " 行相符";
        en +=
            "; of "
                + said.streets
                + " telling rows that name a street or community "
                + said.onStreet
                + " lie there";
      }
      if (said.areas > 0) {
        zh += "；写明行政区且能区分的 " + said.areas + " 行中有 " + said.inArea + " 行相符";
        en +=
            "; of "
                + said.areas
                + " telling rows that name a district "
                + said.inArea
                + " lie in it";
      }
      return new LocalizedText(zh, en);
    }
  }

  /**
   * @param lonLat longitude and latitude in turn, as the file gives them
   * @param words of the same points; may be shorter
   */
  public static Verdict test(double[] lonLat, List<PlaceWords> words, NearbyLayers layers) {
    List<Fit> fits = new ArrayList<>();
    if (layers.isEmpty()) {
      return new Verdict(Optional.empty(), Strength.NONE, none());
    }
    int n = lonLat.length / 2;
    double[][] places = new double[Reading.values().length][];
    for (Reading reading : Reading.values()) {
      double[] moved = lonLat.clone();
      reading.apply(moved, n);
      for (int i = 0; i < n; i++) {
        double[] xy = layers.metres(moved[2 * i], moved[2 * i + 1]);
        moved[2 * i] = xy[0];
        moved[2 * i + 1] = xy[1];
      }
      places[reading.at()] = moved;
    }
    double[] chance = chance(places, layers);
    PlaceClaims claims = new PlaceClaims(places, words, layers);
    for (Reading reading : Reading.values()) {
      double[] at = places[reading.at()];
      double[] distances = distances(at, 0, 0, layers);
      double sigmas = Double.NaN;
      double lead = Double.NaN;
      if (distances.length >= LEAST_POINTS && chance[1] > 0) {
        double sampling = deviation(distances) / Math.sqrt(distances.length);
        sigmas = (chance[0] - mean(distances)) / Math.max(chance[1], sampling);
        double next = chance[2];
        for (Reading other : Reading.values()) {
          double[] others = distances(places[other.at()], 0, 0, layers);
          if (other != reading && others.length >= LEAST_POINTS) {
            next = Math.min(next, mean(others));
          }
        }
        lead = (next - mean(distances)) / (Math.sqrt(2) * Math.max(sampling, 1e-9));
      }
      fits.add(
          new Fit(
              reading,
              distances.length,
              distances.length == 0 ? Double.NaN : median(distances),
              sigmas,
              lead,
              claims.said(reading.at())));
    }
    return verdict(fits, claims);
  }

  private static List<Fit> none() {
    List<Fit> fits = new ArrayList<>();
    for (Reading reading : Reading.values()) {
      fits.add(new Fit(reading, 0, Double.NaN, Double.NaN, Double.NaN, new Said(0, 0, 0, 0)));
    }
    return fits;
  }

  private static Verdict verdict(List<Fit> fits, PlaceClaims claims) {
    double[] alone = new double[fits.size()];
    byChance(fits, alone);
    for (Reading rare : List.of(Reading.GCJ02_TWICE, Reading.GCJ02_UNDONE)) {
      alone[rare.at()] += RARE_NATS;
    }
    double most = 0;
    Optional<Reading> best = Optional.empty();
    for (int r = 0; r < alone.length; r++) {
      double lead = Double.POSITIVE_INFINITY;
      for (int other = 0; other < alone.length; other++) {
        if (other != r) {
          lead = Math.min(lead, alone[r] - alone[other] + claims.nats(r, other));
        }
      }
      if (lead > most) {
        most = lead;
        best = Optional.of(Reading.values()[r]);
      }
    }
    if (most < POSSIBLE_NATS) {
      return new Verdict(Optional.empty(), Strength.NONE, fits);
    }
    return new Verdict(best, most >= LIKELY_NATS ? Strength.LIKELY : Strength.POSSIBLE, fits);
  }

  /** What speaks for the reading that lies nearest, where that can't well be chance. */
  private static void byChance(List<Fit> fits, double[] nats) {
    List<Fit> bySigmas =
        new ArrayList<>(fits.stream().filter(f -> Double.isFinite(f.sigmas())).toList());
    bySigmas.sort(Comparator.comparingDouble(Fit::sigmas).reversed());
    if (bySigmas.size() < 2) {
      return;
    }
    Fit best = bySigmas.get(0);
    double ahead = best.sigmas() - bySigmas.get(1).sigmas();
    boolean beatsAll = best.lead() >= LIKELY_LEAD && best.sigmas() >= POSSIBLE_SIGMAS;
    if (beatsAll || (best.sigmas() >= LIKELY_SIGMAS && ahead >= LIKELY_LEAD)) {
      nats[best.reading().at()] = LIKELY_NATS - RARE_NATS;
    } else if (best.sigmas() >= POSSIBLE_SIGMAS && ahead >= POSSIBLE_LEAD) {
      nats[best.reading().at()] = POSSIBLE_BY_CHANCE_NATS;
    }
  }

  /** Mean, standard deviation and least score of moved points; deviation 0 where too few. */
  private static double[] chance(double[][] places, NearbyLayers layers) {
    double[] asIs = places[Reading.AS_IS.at()];
    List<Double> scores = new ArrayList<>();
    for (double metres : MOVES_METRES) {
      for (int k = 0; k < DIRECTIONS; k++) {
        double angle = 2 * Math.PI * (k + 0.5) / DIRECTIONS;
        double dx = metres * Math.cos(angle);
        double dy = metres * Math.sin(angle);
        if (isNoReading(places, dx, dy)) {
          double[] distances = distances(asIs, dx, dy, layers);
          if (distances.length >= LEAST_POINTS) {
            scores.add(mean(distances));
          }
        }
      }
    }
    if (scores.size() < DIRECTIONS) {
      return new double[] {0, 0, 0};
    }
    double mean = scores.stream().mapToDouble(s -> s).average().orElse(0);
    double squares = scores.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
    return new double[] {
      mean,
      Math.sqrt(squares / (scores.size() - 1)),
      scores.stream().mapToDouble(s -> s).min().orElse(mean)
    };
  }

  private static boolean isNoReading(double[][] places, double dx, double dy) {
    double[] asIs = places[0];
    for (double[] reading : places) {
      if (reading.length >= 2
          && Math.hypot(reading[0] - asIs[0] - dx, reading[1] - asIs[1] - dy) < SAME_PLACE_METRES) {
        return false;
      }
    }
    return true;
  }

  private static double[] distances(double[] xy, double dx, double dy, NearbyLayers layers) {
    List<Double> found = new ArrayList<>();
    for (int i = 0; i + 1 < xy.length; i += 2) {
      if (layers.covers(xy[i] + dx, xy[i + 1] + dy)) {
        found.add(Math.min(FAR_METRES, layers.distance(xy[i] + dx, xy[i + 1] + dy)));
      }
    }
    return found.stream().mapToDouble(d -> d).sorted().toArray();
  }

  private static double score(double metres) {
    return Math.log(metres + SOFTENING_METRES);
  }

  private static double mean(double[] distances) {
    double sum = 0;
    for (double d : distances) {
      sum += score(d);
    }
    return sum / distances.length;
  }

  private static double deviation(double[] distances) {
    double mean = mean(distances);
    double sum = 0;
    for (double d : distances) {
      sum += (score(d) - mean) * (score(d) - mean);
    }
    return Math.sqrt(sum / Math.max(1, distances.length - 1));
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }
}
