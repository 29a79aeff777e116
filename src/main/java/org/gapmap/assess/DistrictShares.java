package org.gapmap.assess;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How the communities of one district are served with a kind.
 *
 * @param median of the shares that verdicts are made of, in [0, 1]; NaN where none is known
 * @param judged the communities that it is the median of
 * @param unknown the communities of the district that nobody can judge, and that are left out
 */
public record DistrictShares(double median, int judged, int unknown) {
  private static final DistrictShares NONE = new DistrictShares(Double.NaN, 0, 0);

  /** The communities of a community's district, itself included; none where it lies in none. */
  public static int[] neighbours(City city, int community) {
    int district = city.areas().district(community);
    return district == AreaDirectory.NONE
        ? new int[0]
        : IntStream.range(0, city.size())
            .filter(i -> city.areas().district(i) == district)
            .toArray();
  }

  /**
   * @param communities of the district
   */
  public static DistrictShares of(KindCoverage coverage, int[] communities) {
    if (communities.length == 0) {
      return NONE;
    }
    double[] known =
        Arrays.stream(communities)
            .mapToDouble(coverage::judgedShare)
            .filter(share -> !Double.isNaN(share))
            .sorted()
            .toArray();
    int n = known.length;
    double median = n == 0 ? Double.NaN : (known[(n - 1) / 2] + known[n / 2]) / 2;
    return new DistrictShares(median, n, communities.length - n);
  }
}
