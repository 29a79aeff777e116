package org.gapmap.domain;

import java.util.List;

/**
 * A profile that a city is judged by.
 *
 * @param metFrom least share of a community served for "met", in (0, 1]
 * @param gapBelow share below which it is a "gap", in (0, metFrom]
 * @param rules one per kind, in the standard's order
 */
public record ServiceStandard(
    String id,
    LocalizedText name,
    double metFrom,
    double gapBelow,
    LocalizedText thresholdNote,
    List<ServiceRule> rules) {
  public ServiceStandard {
    rules = List.copyOf(rules);
    if (!(gapBelow > 0 && gapBelow <= metFrom && metFrom <= 1)) {
      throw new IllegalArgumentException(
          id + ": thresholds must be 0 < gap " + gapBelow + " <= met " + metFrom + " <= 1");
    }
  }

  /**
   * @param share share of the community's area served, in [0, 1], NaN where unknown
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
