package org.gapmap.assess;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Reach;
import org.gapmap.domain.Requirement;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.Thresholds;
import org.gapmap.standards.KindCatalogue;

/** In what two standards' rows for one kind differ, as far as a verdict depends on it. */
final class RuleDifference {
  private final ServiceStandard standard;
  private final ServiceRule row;
  private final ServiceStandard otherStandard;
  private final ServiceRule otherRow;

  /** What of a row a verdict depends on. */
  enum Aspect {
    /** Which kinds of facility count. */
    KINDS,
    /** How large a facility must be. */
    SIZES,
    /** How near. */
    REACH,
    /** Which share is enough. */
    THRESHOLDS
  }

  RuleDifference(
      ServiceStandard standard,
      ServiceRule row,
      ServiceStandard otherStandard,
      ServiceRule otherRow) {
    this.standard = standard;
    this.row = row;
    this.otherStandard = otherStandard;
    this.otherRow = otherRow;
  }

  Set<Aspect> aspects() {
    Set<Aspect> differ = EnumSet.noneOf(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      if (!with(aspect).equals(with(null))) {
        differ.add(aspect);
      }
    }
    if (Set.copyOf(row.satisfiedBy()).equals(Set.copyOf(otherRow.satisfiedBy()))) {
      differ.remove(Aspect.KINDS);
    }
    return differ;
  }

  /** The first row with one aspect of the other's; as it is where the aspect is null. */
  ServiceRule with(@org.jspecify.annotations.Nullable Aspect aspect) {
    Requirement own = row.requirement();
    Requirement sized = aspect == Aspect.SIZES ? otherRow.requirement() : own;
    return new ServiceRule(
        row.kind(),
        aspect == Aspect.KINDS ? otherRow.satisfiedBy() : row.satisfiedBy(),
        aspect == Aspect.REACH ? otherRow.reach() : row.reach(),
        Optional.of(
            aspect == Aspect.THRESHOLDS
                ? otherStandard.thresholdsOf(otherRow)
                : standard.thresholdsOf(row)),
        new Requirement(
            own.levels(),
            own.obligation(),
            sized.leastFloorSqm(),
            sized.leastLandSqm(),
            own.capacity(),
            own.sizes()),
        row.citation());
  }

  /** What changes, in words. */
  LocalizedText words(Aspect aspect, KindCatalogue kinds) {
    return switch (aspect) {
      case KINDS -> kindsInWords(kinds);
      case SIZES -> sizesInWords();
      case REACH ->
          new LocalizedText(
              "服务半径由" + reachZh(row.reach()) + "改为" + reachZh(otherRow.reach()),
              "radius " + reachEn(row.reach()) + " becomes " + reachEn(otherRow.reach()));
      case THRESHOLDS -> {
        Thresholds was = standard.thresholdsOf(row);
        Thresholds is = otherStandard.thresholdsOf(otherRow);
        yield new LocalizedText(
            "达标线由 %s 改为 %s，未达标线由 %s 改为 %s"
                .formatted(
                    percent(was.metFrom()),
                    percent(is.metFrom()),
                    percent(was.gapBelow()),
                    percent(is.gapBelow())),
            "met from %s becomes %s, gap below %s becomes %s"
                .formatted(
                    percent(was.metFrom()),
                    percent(is.metFrom()),
                    percent(was.gapBelow()),
                    percent(is.gapBelow())));
      }
    };
  }

  private LocalizedText kindsInWords(KindCatalogue kinds) {
    List<LocalizedText> gone = new ArrayList<>();
    List<LocalizedText> come = new ArrayList<>();
    row.satisfiedBy().stream()
        .filter(kind -> !otherRow.satisfiedBy().contains(kind))
        .forEach(kind -> gone.add(kinds.get(kind).name()));
    otherRow.satisfiedBy().stream()
        .filter(kind -> !row.satisfiedBy().contains(kind))
        .forEach(kind -> come.add(kinds.get(kind).name()));
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    if (!gone.isEmpty()) {
      zh.add("不再计入" + String.join("、", gone.stream().map(LocalizedText::zh).toList()));
      en.add(
          "no longer counts " + String.join(", ", gone.stream().map(LocalizedText::en).toList()));
    }
    if (!come.isEmpty()) {
      zh.add("另计入" + String.join("、", come.stream().map(LocalizedText::zh).toList()));
      en.add("also counts " + String.join(", ", come.stream().map(LocalizedText::en).toList()));
    }
    return new LocalizedText(String.join("；", zh), String.join("; ", en));
  }

  private LocalizedText sizesInWords() {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    Requirement was = row.requirement();
    Requirement is = otherRow.requirement();
    if (!Objects.equals(was.leastFloorSqm(), is.leastFloorSqm())) {
      zh.add("最小建筑面积由" + sizeZh(was.leastFloorSqm()) + "改为" + sizeZh(is.leastFloorSqm()));
      en.add(
          "least floor " + sizeEn(was.leastFloorSqm()) + " becomes " + sizeEn(is.leastFloorSqm()));
    }
    if (!Objects.equals(was.leastLandSqm(), is.leastLandSqm())) {
      zh.add("最小用地面积由" + sizeZh(was.leastLandSqm()) + "改为" + sizeZh(is.leastLandSqm()));
      en.add("least land " + sizeEn(was.leastLandSqm()) + " becomes " + sizeEn(is.leastLandSqm()));
    }
    return new LocalizedText(String.join("；", zh), String.join("; ", en));
  }

  private static String sizeZh(OptionalDouble size) {
    return size.isPresent() ? " " + number(size.getAsDouble()) + " 平方米" : "不限";
  }

  private static String sizeEn(OptionalDouble size) {
    return size.isPresent() ? number(size.getAsDouble()) + " m2" : "any";
  }

  private static String reachZh(Reach reach) {
    String radius = " " + number(reach.radiusMetres().orElse(Double.NaN)) + " 米";
    String bySize = reach.bySize().isEmpty() ? "" : "（按规模分级）";
    return reach.mode() == DistanceMode.WALKING
        ? "步行" + radius + "（约合直线 " + straight(reach) + " 米）" + bySize
        : radius + bySize;
  }

  private static String reachEn(Reach reach) {
    String radius = number(reach.radiusMetres().orElse(Double.NaN)) + " m";
    String bySize = reach.bySize().isEmpty() ? "" : " (less for small ones)";
    return reach.mode() == DistanceMode.WALKING
        ? radius + " on foot (a line of about " + straight(reach) + " m)" + bySize
        : radius + bySize;
  }

  private static String straight(Reach reach) {
    return String.format(
        Locale.ROOT, "%.0f", reach.straightMetres(reach.radiusMetres().orElse(Double.NaN)));
  }

  private static String percent(double share) {
    return number(share * 100) + " %";
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
