package org.gapmap.domain;

import org.gapmap.domain.PopulationAssumptions.Assumption;

/**
 * How fast people walk, metres a second: only for telling minutes. A distance on foot is judged in
 * metres.
 *
 * @param elderly of kinds that are for the elderly
 * @param others of all other kinds
 */
public record WalkingSpeeds(Assumption elderly, Assumption others) {
  /**
   * A usual range of planners; what GB 50180's circles come to, 53 to 67 m a minute, lies in it.
   */
  public static final WalkingSpeeds USUAL = new WalkingSpeeds(usual(0.8), usual(1.2));

  private static Assumption usual(double metresPerSecond) {
    return new Assumption(
        metresPerSecond,
        new Citation(
            new LocalizedText("无条文", "no clause"),
            new LocalizedText("常识", "general knowledge"),
            0,
            Verification.UNVERIFIED,
            true,
            "居住区规范的生活圈步行距离约合每分钟 53 至 67 米；老年人取 0.8 米/秒，其他人取 1.2 米/秒。",
            "The walks of the living circles come to 53 to 67 m a minute; 0.8 m/s is taken for the"
                + " elderly and 1.2 m/s for others."));
  }

  /** Metres a second of whom a kind is for. */
  public Assumption of(TargetGroup group) {
    return group == TargetGroup.ELDERLY_60 ? elderly : others;
  }
}
