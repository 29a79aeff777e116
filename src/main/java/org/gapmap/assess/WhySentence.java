package org.gapmap.assess;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gapmap.assess.walking.NotReachable;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Thresholds;

/** A verdict and its facts in one or two sentences, in both languages. */
public final class WhySentence {
  private WhySentence() {}

  public static LocalizedText of(Why why) {
    return switch (why.reason()) {
      case NO_LAYER ->
          new LocalizedText(
              "数据不足：还没有导入这类设施的名录。", "Unknown: no list of this kind has been imported.");
      case OUTSIDE_COMPLETENESS -> outside(why);
      case KNOWN -> verdict(why);
    };
  }

  private static LocalizedText outside(Why why) {
    List<String> areas =
        why.lists().stream()
            .filter(list -> !list.completeHere())
            .flatMap(list -> Stream.of(list.layer().completeness().text().split("[,，、]")))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    String zh = areas.isEmpty() ? "所声明的范围" : "「" + String.join("」「", areas) + "」";
    String en =
        areas.isEmpty()
            ? "the area that it is declared for"
            : areas.stream().map(a -> "'" + a + "'").collect(Collectors.joining(", "));
    return new LocalizedText(
        "数据不足：名录只在" + zh + "内完整，本小区在其外；没有列出设施不等于没有设施。",
        "Unknown: the list is complete for "
            + en
            + " only, and this community lies outside; a facility that is not listed may still be"
            + " there.");
  }

  private static LocalizedText verdict(Why why) {
    KindCoverage coverage = why.coverage();
    CoverageStatus status = coverage.status(why.index());
    Optional<NotReachable> noWalk = coverage.walkReason(why.index());
    if (status == CoverageStatus.UNKNOWN && noWalk.isPresent()) {
      return WalkWords.unknown(noWalk.get());
    }
    if (status == CoverageStatus.UNKNOWN) {
      return new LocalizedText("数据不足：占比无法计算。", "Unknown: the share cannot be worked out.");
    }
    Thresholds bounds = coverage.standard().thresholdsOf(coverage.rule());
    boolean people = coverage.judgedBy() == KindCoverage.JudgedBy.PEOPLE;
    int counted = why.counted().size();
    String metresZh = distanceZh(coverage);
    String metresEn = distanceEn(coverage);
    String share = percent(coverage.judgedShare(why.index()));
    String zh =
        statusZh(status)
            + (counted == 0
                ? "：" + metresZh + "内没有可计入的设施"
                : "："
                    + share
                    + (people ? " 的居民在 " : " 的面积在 ")
                    + counted
                    + " 处设施的 "
                    + metresZh
                    + "内")
            + boundZh(status, bounds)
            + "。";
    String en =
        statusEn(status)
            + (counted == 0
                ? ": no facility that counts lies within " + metresEn
                : ": "
                    + share
                    + (people ? " of the people live within " : " of the area lies within ")
                    + metresEn
                    + " of "
                    + (counted == 1 ? "1 facility" : counted + " facilities"))
            + boundEn(status, bounds)
            + ".";
    Optional<Considered> nearest =
        status == CoverageStatus.MET || counted > 0 || coverage.measured() == Measured.WALKED
            ? Optional.empty()
            : why.facilities().stream()
                .filter(c -> c.verdict() == Verdict.OUT_OF_REACH)
                .findFirst();
    Optional<Considered> refused =
        status == CoverageStatus.MET
            ? Optional.empty()
            : why.facilities().stream().filter(WhySentence::refusedInReach).findFirst();
    Optional<LocalizedText> walk = WalkWords.of(why);
    return new LocalizedText(
        zh
            + nearest.map(WhySentence::nearestZh).orElse("")
            + walk.map(LocalizedText::zh).orElse("")
            + refusedZh(why, refused),
        en
            + nearest.map(WhySentence::nearestEn).orElse("")
            + walk.map(LocalizedText::en).orElse("")
            + refusedEn(why, refused));
  }

  private static String distanceZh(KindCoverage coverage) {
    if (coverage.measured() == Measured.WALKED) {
      return "步行 " + number(coverage.radiusMetres()) + " 米";
    }
    return coverage.estimated()
        ? "步行 "
            + number(coverage.radiusMetres())
            + " 米（按直线 "
            + number(coverage.limitMetres())
            + " 米估算）"
        : number(coverage.radiusMetres()) + " 米";
  }

  private static String distanceEn(KindCoverage coverage) {
    if (coverage.measured() == Measured.WALKED) {
      return "a walk of " + number(coverage.radiusMetres()) + " m";
    }
    return coverage.estimated()
        ? "a walk of "
            + number(coverage.radiusMetres())
            + " m (estimated as "
            + number(coverage.limitMetres())
            + " m straight)"
        : number(coverage.radiusMetres()) + " m";
  }

  private static boolean refusedInReach(Considered considered) {
    return !considered.counted()
        && considered.verdict() != Verdict.OUT_OF_REACH
        && considered.metres() < considered.reachMetres();
  }

  private static String nearestZh(Considered nearest) {
    return "最近的" + nameZh(nearest) + "在 " + number(nearest.metres()) + " 米外。";
  }

  private static String nearestEn(Considered nearest) {
    return " The nearest, " + nameEn(nearest) + ", is " + number(nearest.metres()) + " m away.";
  }

  private static String refusedZh(Why why, Optional<Considered> first) {
    long refused = why.facilities().stream().filter(WhySentence::refusedInReach).count();
    return first
        .map(c -> "范围内另有 " + refused + " 处不计入，如" + nameZh(c) + "：" + wordZh(c.verdict()) + "。")
        .orElse("");
  }

  private static String refusedEn(Why why, Optional<Considered> first) {
    long refused = why.facilities().stream().filter(WhySentence::refusedInReach).count();
    return first
        .map(
            c ->
                " Of those within reach "
                    + (refused == 1 ? "1 does" : refused + " do")
                    + " not count, such as "
                    + nameEn(c)
                    + ": "
                    + wordEn(c.verdict())
                    + ".")
        .orElse("");
  }

  static String nameZh(Considered considered) {
    String name = considered.facility().name();
    return name.isBlank() ? "一处无名设施" : "「" + name + "」";
  }

  static String nameEn(Considered considered) {
    String name = considered.facility().name();
    return name.isBlank() ? "one without a name" : "'" + name + "'";
  }

  private static String boundZh(CoverageStatus status, Thresholds bounds) {
    return (status == CoverageStatus.GAP ? "，低于 " + percent(bounds.gapBelow()) + " 为未达标" : "")
        + "，达标须 "
        + percent(bounds.metFrom());
  }

  private static String boundEn(CoverageStatus status, Thresholds bounds) {
    return status == CoverageStatus.GAP
        ? "; below "
            + percent(bounds.gapBelow())
            + " is a gap, met needs "
            + percent(bounds.metFrom())
        : "; met needs " + percent(bounds.metFrom());
  }

  private static String statusZh(CoverageStatus status) {
    return switch (status) {
      case MET -> "达标";
      case PARTIAL -> "部分达标";
      case GAP -> "未达标";
      case UNKNOWN -> "数据不足";
    };
  }

  private static String statusEn(CoverageStatus status) {
    return switch (status) {
      case MET -> "Met";
      case PARTIAL -> "Partial";
      case GAP -> "Gap";
      case UNKNOWN -> "Unknown";
    };
  }

  private static String wordZh(Verdict reason) {
    return switch (reason) {
      case COUNTED -> "计入";
      case OUT_OF_REACH -> "超出服务半径";
      case NO_WAY -> "没有步行通路";
      case CLOSED -> "已关闭";
      case PLANNED -> "规划中";
      case UNDER_CONSTRUCTION -> "在建";
      case MEMBERS_ONLY -> "仅对会员开放";
      case OTHER_RESIDENTS_ONLY -> "仅供其他小区居民使用";
      case BELOW_LEAST_FLOOR -> "建筑面积低于下限";
      case BELOW_LEAST_LAND -> "用地面积低于下限";
    };
  }

  private static String wordEn(Verdict reason) {
    return switch (reason) {
      case COUNTED -> "counts";
      case OUT_OF_REACH -> "out of reach";
      case NO_WAY -> "no way there on foot";
      case CLOSED -> "closed";
      case PLANNED -> "planned";
      case UNDER_CONSTRUCTION -> "under construction";
      case MEMBERS_ONLY -> "for members only";
      case OTHER_RESIDENTS_ONLY -> "for the residents of another community only";
      case BELOW_LEAST_FLOOR -> "below the least floor area";
      case BELOW_LEAST_LAND -> "below the least land area";
    };
  }

  /** Rounded down to a tenth, so that a share just below a bound never reads as the bound. */
  private static String percent(double share) {
    double tenths = Math.floor(share * 1000 + 1e-9);
    if (tenths == 0 && share > 0) {
      return "< 0.1 %";
    }
    return number(tenths / 10, tenths % 10 == 0 ? "%.0f" : "%.1f") + " %";
  }

  private static String number(double metres) {
    return number(metres, "%.0f");
  }

  private static String number(double value, String format) {
    return String.format(Locale.ROOT, format, value);
  }
}
