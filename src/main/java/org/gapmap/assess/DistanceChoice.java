package org.gapmap.assess;

import java.util.List;
import java.util.Locale;
import org.gapmap.domain.Citation;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.Reach;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;

/**
 * A standard whose distances are measured as the user chooses, in place of each row's own way. The
 * radii stay; what is no longer as the standard says carries a note that says so.
 */
public final class DistanceChoice {
  private DistanceChoice() {}

  /**
   * @param mode {@code straight} or {@code walking}
   * @param where the user named it
   * @throws UserError for another word
   */
  public static DistanceMode modeOf(String mode, String where) {
    return switch (mode) {
      case "straight" -> DistanceMode.STRAIGHT;
      case "walking" -> DistanceMode.WALKING;
      default ->
          throw new UserError(
              "distance is not measured by '" + mode + "'", where, "straight or walking");
    };
  }

  /** The same standard where every row that has a radius is measured so already. */
  public static ServiceStandard in(ServiceStandard standard, DistanceMode mode) {
    List<ServiceRule> rules =
        standard.rules().stream().map(rule -> measured(rule, mode, usualDetour(standard))).toList();
    return rules.equals(standard.rules()) ? standard : standard.withRules(rules);
  }

  /** What the standard's walking rows say, else a rule of thumb. */
  private static double usualDetour(ServiceStandard standard) {
    return standard.rules().stream()
        .map(ServiceRule::reach)
        .filter(reach -> reach.mode() == DistanceMode.WALKING)
        .mapToDouble(Reach::detourFactor)
        .findFirst()
        .orElse(Reach.USUAL_DETOUR_FACTOR);
  }

  private static ServiceRule measured(ServiceRule rule, DistanceMode mode, double usualDetour) {
    if (rule.radiusMetres().isEmpty() || rule.mode() == mode) {
      return rule;
    }
    double detour = mode == DistanceMode.WALKING ? usualDetour : 1;
    return rule.withReach(rule.reach().measured(mode, detour), noted(rule.citation(), detour));
  }

  private static Citation noted(Citation own, double detour) {
    boolean walked = detour > 1;
    String factor = String.format(Locale.ROOT, "%s", detour);
    return new Citation(
        own.clause(),
        own.source(),
        own.year(),
        own.verification(),
        true,
        joined(
            own.noteZh(),
            walked
                ? "使用者改按步行距离判定(有街道数据时沿街道量算,否则以半径 ÷ " + factor + " 的直线估算),标准按直线距离。"
                : "使用者改按直线距离判定,标准按步行距离。"),
        joined(
            own.noteEn(),
            walked
                ? "Measured on foot by the user's choice (along streets where any are known, else estimated"
                    + " as a straight line of the radius / "
                    + factor
                    + "); the standard measures a straight line."
                : "Measured as a straight line by the user's choice; the standard measures a walk."));
  }

  private static String joined(String note, String more) {
    return note.isEmpty() ? more : note + " " + more;
  }
}
