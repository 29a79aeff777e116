package org.gapmap.assess;

import java.util.Locale;
import java.util.Optional;
import org.gapmap.assess.Walk.PassedGate;
import org.gapmap.assess.walking.GateSource;
import org.gapmap.assess.walking.NotReachable;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.WalkingSpeeds;

/** How one walks to the nearest facility that may be used, in both languages. */
final class WalkWords {
  private static final LocalizedText NO_WAY =
      new LocalizedText("没有设施可沿街步行到达。", " No facility can be reached on foot along streets.");

  private WalkWords() {}

  /** A sentence; empty where nothing was walked. */
  static Optional<LocalizedText> of(Why why) {
    if (why.coverage().measured() != Measured.WALKED || why.facilities().isEmpty()) {
      return Optional.empty();
    }
    return why.facilities().stream()
        .filter(c -> c.counted() || c.verdict() == Verdict.OUT_OF_REACH)
        .filter(c -> c.way().walk().isPresent())
        .findFirst()
        .map(nearest -> sentence(why.coverage(), nearest, nearest.way().walk().orElseThrow()))
        .or(() -> Optional.of(NO_WAY));
  }

  private static LocalizedText sentence(KindCoverage coverage, Considered nearest, Walk walk) {
    WalkingSpeeds speeds = coverage.standard().walkingSpeeds();
    String speed = number("%.1f", speeds.of(coverage.group()).value());
    String minutes = number("%.0f", Math.max(1, coverage.minutes(walk.metres())));
    String metres = number("%.0f", walk.metres());
    boolean within = walk.lonLat().length == 4;
    boolean tells = walk.detour() >= 1.05;
    String times = number("%.1f", walk.detour());
    return new LocalizedText(
        "到最近的"
            + WhySentence.nameZh(nearest)
            + (walk.gate().isPresent() ? throughZh(walk.gate()) : "")
            + (within ? "在小区内步行 " : "沿街步行 ")
            + metres
            + " 米"
            + (tells ? "，是直线的 " + times + " 倍" : "")
            + "；以 "
            + speed
            + " 米/秒约需 "
            + minutes
            + " 分钟。",
        " The nearest, "
            + WhySentence.nameEn(nearest)
            + ", is "
            + metres
            + " m away on foot "
            + (within ? "inside the compound" : "along streets")
            + throughEn(walk.gate())
            + (tells ? ", " + times + " times the straight line" : "")
            + "; "
            + minutes
            + " min at "
            + speed
            + " m/s.");
  }

  private static String throughZh(Optional<PassedGate> gate) {
    return gate.map(
            passed ->
                switch (passed.source()) {
                  case KNOWN -> passed.name().isBlank() ? "经小区门" : "经「" + passed.name() + "」";
                  case INFERRED -> "经推断的出入口";
                  case ASSUMED -> "经假定的出入口";
                })
        .orElse("");
  }

  private static String throughEn(Optional<PassedGate> gate) {
    return gate.map(
            passed ->
                passed.source() == GateSource.KNOWN
                    ? passed.name().isBlank()
                        ? " through a gate"
                        : " through '" + passed.name() + "'"
                    : passed.source() == GateSource.INFERRED
                        ? " through a way in that streets tell of"
                        : " through a way in that is assumed")
        .orElse("");
  }

  /** Why nobody can tell how far it is. */
  static LocalizedText unknown(NotReachable reason) {
    return switch (reason) {
      case NO_STREETS ->
          new LocalizedText(
              "数据不足：这里没有导入街道，无法按步行判定。", "Unknown on foot: no streets are known here.");
      case NO_STREET_NEAR ->
          new LocalizedText(
              "数据不足：附近没有可步行的街道，无法按步行判定。",
              "Unknown on foot: no street that can be walked is near enough.");
      case ISLAND ->
          new LocalizedText(
              "数据不足：所接的街道与其他街道不相连，上面也没有这类设施，无法按步行判定。",
              "Unknown on foot: its streets join no others, and no facility of this kind is on"
                  + " them.");
    };
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
