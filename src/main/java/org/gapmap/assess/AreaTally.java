package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gapmap.assess.IndicatorTable.Counts;
import org.gapmap.assess.IndicatorTable.Figure;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.Thresholds;

/** Adds a coverage up by area. In every method {@code row} says where each unit is counted. */
final class AreaTally {
  private AreaTally() {}

  /** How many communities have a gap. */
  static List<Figure> gaps(KindCoverage coverage, int[] row, int rows) {
    Counts[] counts = noCounts(rows);
    for (int i = 0; i < row.length; i++) {
      counts[row[i]] = counts[row[i]].and(coverage.status(i));
    }
    return Arrays.stream(counts).map(AreaTally::gapFigure).toList();
  }

  /**
   * How many areas have a gap: those whose own share, by the area of their communities, is below
   * the bound. An area is unknown where the communities that are unknown could turn its verdict.
   *
   * @param unit for each community its area
   * @param row for each area where it is counted
   */
  static List<Figure> gapsOfAreas(KindCoverage coverage, int[] unit, int[] row, int rows) {
    double[] served = new double[row.length];
    double[] known = new double[row.length];
    double[] unknown = new double[row.length];
    for (int i = 0; i < unit.length; i++) {
      if (unit[i] == LargestOverlap.NONE) {
        continue;
      }
      double areaSqm = coverage.city().polygon(i).areaSqm();
      if (Double.isNaN(coverage.share(i))) {
        unknown[unit[i]] += areaSqm;
      } else {
        known[unit[i]] += areaSqm;
        served[unit[i]] += areaSqm * coverage.share(i);
      }
    }
    Thresholds bounds = coverage.standard().thresholdsOf(coverage.rule());
    Counts[] counts = noCounts(rows);
    for (int area = 0; area < row.length; area++) {
      if (known[area] + unknown[area] > 0) {
        counts[row[area]] =
            counts[row[area]].and(status(bounds, served[area], known[area], unknown[area]));
      }
    }
    return Arrays.stream(counts).map(AreaTally::gapFigure).toList();
  }

  private static CoverageStatus status(
      Thresholds bounds, double served, double known, double unknown) {
    CoverageStatus atWorst = bounds.statusOf(served / (known + unknown));
    CoverageStatus atBest = bounds.statusOf((served + unknown) / (known + unknown));
    return atWorst == atBest ? atWorst : CoverageStatus.UNKNOWN;
  }

  /** Percent of the area that is served. */
  static List<Figure> ratios(KindCoverage coverage, int[] row, int rows) {
    double[] served = new double[rows];
    double[] known = new double[rows];
    double[] unknown = new double[rows];
    Counts[] counts = noCounts(rows);
    for (int i = 0; i < row.length; i++) {
      double areaSqm = coverage.city().polygon(i).areaSqm();
      counts[row[i]] = counts[row[i]].and(coverage.status(i));
      if (Double.isNaN(coverage.share(i))) {
        unknown[row[i]] += areaSqm;
      } else {
        known[row[i]] += areaSqm;
        served[row[i]] += areaSqm * coverage.share(i);
      }
    }
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double percent = known[i] > 0 ? 100 * served[i] / known[i] : Double.NaN;
      figures.add(new Figure(percent, served[i], known[i], unknown[i], counts[i]));
    }
    return figures;
  }

  private static Counts[] noCounts(int rows) {
    Counts[] counts = new Counts[rows];
    Arrays.fill(counts, new Counts(0, 0, 0, 0));
    return counts;
  }

  private static Figure gapFigure(Counts counts) {
    double value = counts.judged() > 0 ? counts.gap() : Double.NaN;
    return new Figure(value, counts.gap(), counts.judged(), counts.unknown(), counts);
  }
}
