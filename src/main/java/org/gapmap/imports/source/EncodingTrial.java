package org.gapmap.imports.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gapmap.domain.LocalizedText;
import org.gapmap.imports.source.TextSample.Reading;

/** Reads a sample in every charset that comes into question and weighs the decoded texts. */
final class EncodingTrial {
  private static final int EXAMPLES = 8;

  /**
   * Characters of a name are not independent, so their evidence counts for less than its sum. Also
   * keeps a single short name from looking certain.
   */
  private static final double TEMPER = 4;

  /** To go against a declaration, or a rule of long standing, it takes so many e-folds more. */
  private static final double DECISIVE = 40;

  private static final int LEAST_TEXTS = 3;
  private static final int LEAST_HAN = 12;
  private static final double LEAST_COMMON = 0.3;

  /** Charsets that read any bytes, or whose mistakes the model can tell from Chinese text. */
  private static final Set<String> ONE_BYTE = Set.of("ISO-8859", "windows-125", "IBM", "US-ASCII");

  private final TextSample sample;

  /** Best first. */
  private final List<Reading> readings;

  /**
   * @param declared charsets that somebody or something named
   */
  EncodingTrial(TextSample sample, List<Charset> declared) {
    this.sample = sample;
    Set<Charset> tried = new LinkedHashSet<>(declared);
    tried.add(CharsetNames.GB18030);
    tried.add(StandardCharsets.UTF_8);
    CharsetNames.find("Big5").ifPresent(tried::add);
    List<Reading> all = new ArrayList<>();
    tried.forEach(charset -> all.add(sample.as(charset, EXAMPLES)));
    all.sort(Comparator.comparingDouble(Reading::logLikelihood).reversed());
    this.readings = List.copyOf(all);
  }

  /**
   * A charset of Chinese text that reads the sample so much better than the given one that the
   * latter can't be right; nothing where there is any doubt.
   */
  Optional<Charset> plainlyBetterThan(Charset charset) {
    Reading best = readings.get(0);
    Optional<Reading> given =
        readings.stream().filter(r -> r.charset().equals(charset)).findFirst();
    if (given.isEmpty() || best.charset().equals(charset) || !comparable(charset)) {
      return Optional.empty();
    }
    boolean enough =
        sample.texts() >= LEAST_TEXTS
            && best.han() >= LEAST_HAN
            && best.common() >= LEAST_COMMON * best.han()
            && best.logLikelihood() - given.get().logLikelihood() > DECISIVE;
    return enough ? Optional.of(best.charset()) : Optional.empty();
  }

  private static boolean comparable(Charset charset) {
    return charset.equals(CharsetNames.GB18030)
        || charset.equals(StandardCharsets.UTF_8)
        || charset.name().equals("Big5")
        || ONE_BYTE.stream().anyMatch(charset.name()::startsWith);
  }

  /** Best first. */
  List<EncodingReading> ranked() {
    double best = readings.get(0).logLikelihood();
    double sum = 0;
    for (Reading reading : readings) {
      sum += weight(reading, best);
    }
    List<EncodingReading> ranked = new ArrayList<>();
    for (Reading reading : readings) {
      double score = sample.isEmpty() ? 1.0 / readings.size() : weight(reading, best) / sum;
      ranked.add(
          new EncodingReading(
              name(reading.charset()),
              score,
              evidence(reading, score),
              reading.examples(),
              reading.fieldNames(),
              reading.broken()));
    }
    return ranked;
  }

  private static double weight(Reading reading, double best) {
    return Math.exp((reading.logLikelihood() - best) / TEMPER);
  }

  private LocalizedText evidence(Reading reading, double score) {
    if (sample.isEmpty()) {
      return new LocalizedText(
          "全部为 ASCII 字符，读出的结果都一样", "ASCII only: every encoding reads the same");
    }
    String zh;
    String en;
    if (reading.broken() > 0) {
      zh = sample.texts() + " 个文本中有 " + reading.broken() + " 个含无法解码的字节";
      en = reading.broken() + " of " + sample.texts() + " texts have bytes that are no text in it";
    } else {
      zh = sample.texts() + " 个文本全部可以解码";
      en = "reads all " + sample.texts() + " texts";
    }
    if (reading.han() > 0) {
      int percent = (int) Math.round(100.0 * reading.common() / reading.han());
      zh += "；" + reading.han() + " 个汉字中 " + percent + "% 是常用字";
      en +=
          String.format(
              Locale.ROOT,
              "; of %d Chinese characters %d %% are common ones",
              reading.han(),
              percent);
    }
    Optional<Mojibake> sort = Mojibake.in(String.join("", reading.examples()));
    if (sort.isPresent()) {
      zh += "；" + sort.get().words().zh();
      en += "; " + sort.get().words().en();
    }
    return new LocalizedText(zh + "；" + verdictZh(score), en + "; " + verdictEn(score));
  }

  private static String verdictZh(double score) {
    return score > 0.95 ? "很可能" : score > 0.1 ? "可能" : "不太可能";
  }

  private static String verdictEn(double score) {
    return score > 0.95 ? "likely" : score > 0.1 ? "possible" : "unlikely";
  }

  static String name(Charset charset) {
    return charset.name();
  }
}
