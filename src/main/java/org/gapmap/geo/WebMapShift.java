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
 * those it is nearer. By address: a point whose address names a street must lie on that street.
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
  private static final double ON_ITS_STREET_METRES = 50;
  private static final double NEAR_EXTENT_METRES = 1_500;
  private static final int LIKELY_HITS = 3;

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
   * @param named points whose address names a street that is there
   * @param hits how many of them lie on it
   */
  public record Fit(
      Reading reading,
      int points,
      double medianMetres,
      double sigmas,
      double lead,
      int named,
      int hits) {}

  /**
   * @param best the reading that fits best, where one does
   */
  public record Verdict(Optional<Reading> best, Strength strength, List<Fit> fits) {
    public Verdict {
      fits = List.copyOf(fits);
    }

    public Fit fit(Reading reading) {
      return fits.get(reading.ordinal());
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
      if (fit.named > 0) {
        zh += "；地址中写明道路的 " + fit.named + " 个点中有 " + fit.hits + " 个在该道路旁";
        en += "; of " + fit.named + " whose address names a street " + fit.hits + " lie on it";
      }
      return new LocalizedText(zh, en);
    }
  }

  /**
   * @param lonLat longitude and latitude in turn, as the file gives them
   * @param texts addresses or names of the same points, empty where unknown; may be shorter
   */
  public static Verdict test(double[] lonLat, List<String> texts, NearbyLayers layers) {
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
      places[reading.ordinal()] = moved;
    }
    double[] chance = chance(places, layers);
    int[][] streets = streets(places, texts, layers);
    for (Reading reading : Reading.values()) {
      double[] at = places[reading.ordinal()];
      double[] distances = distances(at, 0, 0, layers);
      double sigmas = Double.NaN;
      double lead = Double.NaN;
      if (distances.length >= LEAST_POINTS && chance[1] > 0) {
        double sampling = deviation(distances) / Math.sqrt(distances.length);
        sigmas = (chance[0] - mean(distances)) / Math.max(chance[1], sampling);
        double next = chance[2];
        for (Reading other : Reading.values()) {
          double[] others = distances(places[other.ordinal()], 0, 0, layers);
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
              streets[0][0],
              streets[1][reading.ordinal()]));
    }
    return verdict(fits);
  }

  private static List<Fit> none() {
    List<Fit> fits = new ArrayList<>();
    for (Reading reading : Reading.values()) {
      fits.add(new Fit(reading, 0, Double.NaN, Double.NaN, Double.NaN, 0, 0));
    }
    return fits;
  }

  private static Verdict verdict(List<Fit> fits) {
    List<Fit> byHits = new ArrayList<>(fits);
    byHits.sort(Comparator.comparingInt(Fit::hits).reversed());
    int hits = byHits.get(0).hits();
    int lead = hits - byHits.get(1).hits();
    if (hits >= LIKELY_HITS && lead >= LIKELY_HITS && 2 * hits > byHits.get(0).named()) {
      return new Verdict(Optional.of(byHits.get(0).reading()), Strength.LIKELY, fits);
    }
    List<Fit> bySigmas =
        new ArrayList<>(fits.stream().filter(f -> Double.isFinite(f.sigmas())).toList());
    bySigmas.sort(Comparator.comparingDouble(Fit::sigmas).reversed());
    if (bySigmas.size() >= 2) {
      Fit best = bySigmas.get(0);
      double ahead = best.sigmas() - bySigmas.get(1).sigmas();
      boolean beatsAll = best.lead() >= LIKELY_LEAD && best.sigmas() >= POSSIBLE_SIGMAS;
      if (beatsAll || (best.sigmas() >= LIKELY_SIGMAS && ahead >= LIKELY_LEAD)) {
        return new Verdict(Optional.of(best.reading()), Strength.LIKELY, fits);
      }
      if (best.sigmas() >= POSSIBLE_SIGMAS && ahead >= POSSIBLE_LEAD) {
        return new Verdict(Optional.of(best.reading()), Strength.POSSIBLE, fits);
      }
    }
    return hits >= 2 && lead == hits
        ? new Verdict(Optional.of(byHits.get(0).reading()), Strength.POSSIBLE, fits)
        : new Verdict(Optional.empty(), Strength.NONE, fits);
  }

  /** Mean, standard deviation and least score of moved points; deviation 0 where too few. */
  private static double[] chance(double[][] places, NearbyLayers layers) {
    double[] asIs = places[Reading.AS_IS.ordinal()];
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

  /** How many points name a street that one reading puts them on, and the hits of each reading. */
  private static int[][] streets(double[][] places, List<String> texts, NearbyLayers layers) {
    int[] hits = new int[places.length];
    int named = 0;
    for (int i = 0; i < Math.min(texts.size(), places[0].length / 2); i++) {
      int at = 2 * i;
      if (layers.toExtent(places[0][at], places[0][at + 1]) > NEAR_EXTENT_METRES) {
        continue;
      }
      Optional<String> street = streetIn(texts.get(i), layers);
      if (street.isEmpty()) {
        continue;
      }
      boolean any = false;
      for (int r = 0; r < places.length; r++) {
        double metres = layers.distanceTo(street.get(), places[r][at], places[r][at + 1]);
        if (metres <= ON_ITS_STREET_METRES) {
          hits[r]++;
          any = true;
        }
      }
      named += any ? 1 : 0;
    }
    return new int[][] {{named}, hits};
  }

  /** The longest name of a street that an address holds. */
  private static Optional<String> streetIn(String text, NearbyLayers layers) {
    return layers.names().stream()
        .filter(name -> name.length() >= 3 && text.contains(name))
        .max(Comparator.comparingInt(String::length));
  }
}
