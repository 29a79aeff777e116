package org.gapmap.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.geo.CrsGuess.Likelihood;
import org.gapmap.geo.WebMapShift.Reading;
import org.gapmap.geo.WebMapShift.Strength;
import org.gapmap.geo.WebMapShift.Verdict;
import org.locationtech.jts.geom.Envelope;

/**
 * The coordinate systems that a file's numbers may be in: what it declares, what the numbers look
 * like, and where each would put them among the layers that are there. Datums that look alike in
 * numbers (Beijing 1954, Xi'an 1980) are offered beside CGCS2000, never taken by themselves.
 */
public final class CrsGuesses {
  private static final int OUTLINE = 200;

  /** Farther from everything that the city has, a file is hardly of that city. */
  private static final double OF_THE_CITY_METRES = 50_000;

  private static final double CGCS2000_METRES = 1;
  private static final double UNSHIFTED_METRES = 600;
  private static final double XIAN80_METRES = 100;
  private static final double BEIJING54_METRES = 30;

  /**
   * The file.
   *
   * @param xy x and y in turn of a sample of its places
   * @param words of the same places; may be shorter
   * @param points whether its shapes are points
   */
  public record Numbers(double[] xy, List<PlaceWords> words, Envelope sample, boolean points) {
    public Numbers {
      words = List.copyOf(words);
      sample = new Envelope(sample);
    }
  }

  private final Numbers numbers;
  private final NearbyLayers layers;
  private final Map<String, CrsGuess> guesses = new LinkedHashMap<>();
  private String fitting = "";

  private CrsGuesses(Numbers numbers, NearbyLayers layers) {
    this.numbers = numbers;
    this.layers = layers;
  }

  /** The likeliest first; none where the file has no place. */
  public static List<CrsGuess> of(
      Optional<DeclaredCrs> declared, Numbers numbers, NearbyLayers layers) {
    if (numbers.sample.isNull() || numbers.xy.length < 2) {
      return List.of();
    }
    CrsGuesses all = new CrsGuesses(numbers, layers);
    declared.ifPresent(all::declared);
    all.looks(numbers.sample, "");
    if (all.guesses.isEmpty() || !CoordinateLook.degrees(numbers.sample)) {
      Envelope turned =
          new Envelope(
              numbers.sample.getMinY(),
              numbers.sample.getMaxY(),
              numbers.sample.getMinX(),
              numbers.sample.getMaxX());
      all.looks(turned, "swapped:");
    }
    if (all.guesses.isEmpty()) {
      all.localGrid();
    }
    return all.ranked();
  }

  private void declared(DeclaredCrs declared) {
    try {
      CrsChoice choice =
          CrsChoice.decide(
              Optional.empty(),
              Optional.of(declared),
              numbers.sample,
              numbers.points,
              declared.from());
      String word =
          declared.kind() == DeclaredCrs.Kind.COLUMN_HINT
              ? declared.text()
              : choice.epsg().isPresent() ? "EPSG:" + choice.epsg().getAsInt() : "";
      add(word, choice, Likelihood.DECLARED, choice.sentence(), accuracy(choice.datum()));
    } catch (UserError e) {
      LocalizedText why = new LocalizedText(declared.from() + " 的声明不能采用：" + e.what(), e.what());
      tryWord("xian80", Optional.of(declared), Likelihood.POSSIBLE, why, XIAN80_METRES);
    }
  }

  private void looks(Envelope sample, String swapped) {
    double x = sample.centre().x;
    double y = sample.centre().y;
    if (CoordinateLook.chineseDegrees(sample)) {
      degrees(swapped);
      return;
    }
    if (CoordinateLook.degrees(sample)) {
      if (swapped.isEmpty()
          && !CoordinateLook.chineseDegrees(
              new Envelope(
                  sample.getMinY(), sample.getMaxY(), sample.getMinX(), sample.getMaxX()))) {
        tryWord(
            "EPSG:4326",
            Likelihood.POSSIBLE,
            new LocalizedText("数值在经纬度范围内，但不在中国", "the numbers could be degrees, outside China"),
            CGCS2000_METRES);
      }
      return;
    }
    Optional<ChinaZones.Zone> zone = ChinaZones.ofEasting(x);
    boolean northing = y > 300_000 && y < 6_000_000;
    if (zone.isPresent() && northing) {
      prefixed(zone.get(), swapped);
    }
    if (x > 100_000 && x < 900_000 && y > 1_800_000 && northing) {
      meridians(swapped);
    }
    if (swapped.isEmpty() && x > 8_100_000 && x < 15_200_000 && y > 300_000 && y < 7_200_000) {
      tryWord(
          "EPSG:3857",
          Likelihood.LIKELY,
          new LocalizedText("数值像 Web 墨卡托", "the numbers look like Web Mercator"),
          CGCS2000_METRES);
    }
  }

  private void degrees(String swapped) {
    Verdict verdict = verdict(swapped);
    boolean decided = verdict.strength() == Strength.LIKELY;
    for (Reading reading : Reading.values()) {
      boolean best = verdict.best().filter(b -> b == reading).isPresent();
      boolean usual = reading.compareTo(Reading.BD09) <= 0;
      if (!best && !usual) {
        continue;
      }
      Likelihood likelihood =
          best && decided
              ? Likelihood.LIKELY
              : decided || (!best && !usual)
                  ? Likelihood.UNLIKELY
                  : reading == Reading.AS_IS && !numbers.points
                      ? Likelihood.LIKELY
                      : numbers.points || best ? Likelihood.POSSIBLE : Likelihood.UNLIKELY;
      LocalizedText looks =
          swapped.isEmpty()
              ? new LocalizedText("数值像中国的经纬度", "the numbers look like degrees of China")
              : new LocalizedText(
                  "数值像纬度在前、经度在后", "the numbers look like latitude before longitude");
      LocalizedText tested = verdict.evidence(reading);
      LocalizedText evidence =
          layers.isEmpty()
              ? looks
              : new LocalizedText(looks.zh() + "；" + tested.zh(), looks.en() + "; " + tested.en());
      String word = reading == Reading.AS_IS ? "cgcs2000" : reading.word();
      double accuracy =
          reading == Reading.AS_IS && !decided && numbers.points
              ? UNSHIFTED_METRES
              : CGCS2000_METRES;
      fitting = best ? swapped + word : fitting;
      tryWord(swapped + word, likelihood, evidence, accuracy);
    }
  }

  private Verdict verdict(String swapped) {
    double[] lonLat = numbers.xy.clone();
    if (!swapped.isEmpty()) {
      for (int i = 0; i + 1 < lonLat.length; i += 2) {
        lonLat[i] = numbers.xy[i + 1];
        lonLat[i + 1] = numbers.xy[i];
      }
    }
    return WebMapShift.test(withinWorld(lonLat), numbers.words, layers);
  }

  private static double[] withinWorld(double[] lonLat) {
    for (int i = 0; i + 1 < lonLat.length; i += 2) {
      if (!(Math.abs(lonLat[i]) <= 180 && Math.abs(lonLat[i + 1]) <= 90)) {
        lonLat[i] = 0;
        lonLat[i + 1] = 0;
      }
    }
    return lonLat;
  }

  private void prefixed(ChinaZones.Zone zone, String swapped) {
    LocalizedText looks =
        new LocalizedText(
            "数值像带号 " + zone.falseEasting() / 1_000_000 + " 的 " + zone.widthDegrees() + " 度带高斯坐标",
            "the numbers look like a "
                + zone.widthDegrees()
                + "-degree Gauss-Kruger zone with its number "
                + zone.falseEasting() / 1_000_000
                + " in front");
    // Eastings of Web Mercator look like those of the zones of the far west.
    boolean webMap = swapped.isEmpty() && zone.falseEasting() < 16_000_000;
    Likelihood likelihood = webMap ? Likelihood.POSSIBLE : Likelihood.LIKELY;
    tryWord(swapped + "EPSG:" + zone.epsg(), likelihood, looks, CGCS2000_METRES);
    otherDatums(zone, swapped, looks);
  }

  /** The same zone on the older datums: numbers can't tell them apart. */
  private void otherDatums(ChinaZones.Zone zone, String swapped, LocalizedText looks) {
    int beijing =
        zone.epsg() >= 4513
            ? 2401 + zone.epsg() - 4513
            : zone.epsg() >= 4502 ? 21453 + zone.epsg() - 4502 : 21413 + zone.epsg() - 4491;
    LocalizedText cannotTell =
        new LocalizedText(
            looks.zh() + "；仅凭数值无法与 CGCS2000 区分",
            looks.en() + "; numbers alone can't tell it from CGCS2000");
    tryWord(swapped + "EPSG:" + beijing, Likelihood.UNLIKELY, cannotTell, BEIJING54_METRES);
    tryWord(swapped + "xian80:EPSG:" + zone.epsg(), Likelihood.UNLIKELY, cannotTell, XIAN80_METRES);
  }

  private void meridians(String swapped) {
    List<String> words = new ArrayList<>();
    for (int code = 4534; code <= 4554; code++) {
      ChinaZones.Zone zone = ChinaZones.ofEpsg(code).orElseThrow();
      words.add(swapped + "EPSG:" + code);
      tryWord(
          swapped + "EPSG:" + code,
          Likelihood.POSSIBLE,
          new LocalizedText(
              "数值像不带带号的高斯坐标；中央经线 " + zone.centralMeridian() + "° 时落在此处",
              "the numbers look like a Gauss-Kruger zone without its number; with the central"
                  + " meridian "
                  + zone.centralMeridian()
                  + " they lie here"),
          CGCS2000_METRES);
    }
    if (layers.isEmpty()) {
      return;
    }
    // Only those meridians are left that put the file into the city.
    words.removeIf(word -> !guesses.containsKey(word));
    List<String> near = words.stream().filter(this::isNearWord).toList();
    if (!near.isEmpty()) {
      words.stream().filter(word -> !near.contains(word)).forEach(guesses::remove);
    }
    if (near.size() == 1) {
      String word = near.get(0);
      guesses.computeIfPresent(
          word, (w, g) -> g.likelihood() == Likelihood.DECLARED ? g : with(g, Likelihood.LIKELY));
      int code = Integer.parseInt(word.substring(word.length() - 4));
      otherDatums(
          ChinaZones.ofEpsg(code).orElseThrow(),
          swapped,
          new LocalizedText(
              "数值像不带带号的高斯坐标", "the numbers look like a Gauss-Kruger zone without its number"));
    }
  }

  private boolean isNearWord(String word) {
    CrsGuess guess = guesses.get(word);
    return guess != null && isNear(guess);
  }

  private static boolean isNear(CrsGuess guess) {
    return guess.metresToOthers().orElse(Double.MAX_VALUE) <= OF_THE_CITY_METRES;
  }

  private void localGrid() {
    guesses.put(
        "fit:",
        new CrsGuess(
            "fit:",
            "local grid",
            Likelihood.POSSIBLE,
            new LocalizedText(
                "数值像城市自己的独立坐标系；请给出四个以上控制点",
                "the numbers look like a city's own grid; give four or more control points"),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            List.of()));
  }

  private void tryWord(
      String word, Likelihood likelihood, LocalizedText evidence, double accuracy) {
    tryWord(word, Optional.empty(), likelihood, evidence, accuracy);
  }

  private void tryWord(
      String word,
      Optional<DeclaredCrs> declared,
      Likelihood likelihood,
      LocalizedText evidence,
      double accuracy) {
    try {
      CrsChoice choice =
          CrsChoice.decide(Optional.of(word), declared, numbers.sample, numbers.points, "the file");
      add(word, choice, likelihood, evidence, OptionalDouble.of(accuracy));
    } catch (UserError e) {
      // The numbers can't be in it: no candidate.
    }
  }

  private void add(
      String word,
      CrsChoice choice,
      Likelihood likelihood,
      LocalizedText evidence,
      OptionalDouble accuracy) {
    double[] places = places(choice.transform());
    if (places.length == 0 || guesses.containsKey(word) || isSaid(choice, word)) {
      return;
    }
    double metres = layers.medianDistance(places);
    boolean elsewhere = metres > OF_THE_CITY_METRES;
    LocalizedText all =
        elsewhere
            ? new LocalizedText(
                evidence.zh() + String.format(Locale.ROOT, "；距已有图层 %.0f 公里", metres / 1000),
                evidence.en()
                    + String.format(Locale.ROOT, "; %.0f km from the layers there", metres / 1000))
            : evidence;
    List<Double> outline = new ArrayList<>();
    int step = Math.max(1, (places.length / 2 + OUTLINE - 1) / OUTLINE);
    for (int i = 0; i < places.length / 2; i += step) {
      outline.add(places[2 * i]);
      outline.add(places[2 * i + 1]);
    }
    guesses.put(
        word,
        new CrsGuess(
            word,
            choice.name(),
            elsewhere && likelihood != Likelihood.DECLARED ? Likelihood.UNLIKELY : likelihood,
            all,
            accuracy,
            Double.isNaN(metres) ? OptionalDouble.empty() : OptionalDouble.of(metres),
            outline));
  }

  /** Whether the declared system is the same one under another word. */
  private boolean isSaid(CrsChoice choice, String word) {
    return !word.startsWith("swapped:")
        && choice.epsg().isPresent()
        && guesses.containsKey("EPSG:" + choice.epsg().getAsInt());
  }

  /** Longitude and latitude of the sample, those without a place left out. */
  private double[] places(CrsTransform transform) {
    List<Double> places = new ArrayList<>();
    double[] one = new double[2];
    for (int i = 0; i + 1 < numbers.xy.length; i += 2) {
      one[0] = numbers.xy[i];
      one[1] = numbers.xy[i + 1];
      try {
        transform.apply(one, 1);
        places.add(one[0]);
        places.add(one[1]);
      } catch (CoordinateOutOfRange e) {
        // A stray row; the import refuses it by itself.
      }
    }
    return places.stream().mapToDouble(p -> p).toArray();
  }

  private static OptionalDouble accuracy(String datum) {
    return switch (datum) {
      case "Beijing 1954" -> OptionalDouble.of(BEIJING54_METRES);
      case "CGCS2000", "WGS-84", "GCJ-02", "BD-09" -> OptionalDouble.of(CGCS2000_METRES);
      default -> OptionalDouble.empty();
    };
  }

  private static CrsGuess with(CrsGuess guess, Likelihood likelihood) {
    return new CrsGuess(
        guess.word(),
        guess.name(),
        likelihood,
        guess.evidence(),
        guess.accuracyMetres(),
        guess.metresToOthers(),
        guess.outline());
  }

  private List<CrsGuess> ranked() {
    List<CrsGuess> ranked = new ArrayList<>(guesses.values());
    ranked.sort(
        Comparator.comparing(CrsGuess::likelihood)
            .thenComparing(g -> !g.word().equals(fitting))
            .thenComparingDouble(g -> g.metresToOthers().orElse(0)));
    return List.copyOf(ranked);
  }
}
