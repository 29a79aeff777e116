package org.gapmap.domain;

/**
 * Which share of a community makes which verdict.
 *
 * @param metFrom least share served for "met", in (0, 1]
 * @param gapBelow share below which it is a "gap", in (0, metFrom]
 */
public record Thresholds(double metFrom, double gapBelow) {
  public Thresholds {
    if (!(gapBelow > 0 && gapBelow <= metFrom && metFrom <= 1)) {
      throw new IllegalArgumentException(
          "thresholds must be 0 < gap " + gapBelow + " <= met " + metFrom + " <= 1");
    }
  }

  /**
   * @param share share served, in [0, 1], NaN where unknown
   */
  public CoverageStatus statusOf(double share) {
    if (Double.isNaN(share)) {
      return CoverageStatus.UNKNOWN;
    }
    if (share >= metFrom) {
      return CoverageStatus.MET;
    }
    return share < gapBelow ? CoverageStatus.GAP : CoverageStatus.PARTIAL;
  }
}
