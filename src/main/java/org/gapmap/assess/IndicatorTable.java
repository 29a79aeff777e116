package org.gapmap.assess;

import java.util.List;
import java.util.Optional;
import org.gapmap.domain.AreaLevel;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.Indicator;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;

/**
 * The city check-up's indicators for a city as a whole or for each of its areas of one level.
 *
 * @param level empty for the city as a whole
 */
public record IndicatorTable(
    City city,
    ServiceStandard standard,
    int edition,
    Optional<AreaLevel> level,
    List<Column> columns,
    List<Row> rows) {
  public IndicatorTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** What a figure was counted over. */
  public enum Basis {
    COMMUNITIES,
    NEIGHBOURHOODS,
    SUBDISTRICTS,
    /** Parcels of the land-use layer. */
    LAND_PARCELS,
    NONE
  }

  /**
   * An indicator and what it was judged by.
   *
   * @param rule empty where it was not computed
   * @param notComputed why it was not; empty where it was
   */
  public record Column(
      Indicator indicator,
      Optional<ServiceRule> rule,
      Basis basis,
      Optional<LocalizedText> notComputed) {}

  /**
   * @param name the area's, or the city's; empty for what lies in no area of the level
   * @param figures one per column
   */
  public record Row(String name, List<Figure> figures) {
    public Row {
      figures = List.copyOf(figures);
    }
  }

  /**
   * An indicator's value in an area. What is unknown is in none of its numbers but {@code leftOut}
   * and {@code unknown}.
   *
   * @param value in the indicator's unit; NaN where nothing could be judged, and for a quantity gap
   *     also where anything of it is unknown, since that would count as nothing needed or nothing
   *     there
   * @param numerator gaps, m2 within reach, or what there is
   * @param denominator units judged, m2 of known land, or what is needed
   * @param leftOut units or m2 that are left out since they are unknown; of a quantity gap the
   *     communities of unknown need and the facilities of unknown capacity
   * @param counts of communities, areas or parcels; a quantity gap counts the unknown ones only
   */
  public record Figure(
      double value, double numerator, double denominator, double leftOut, Counts counts) {
    static final Figure UNKNOWN =
        new Figure(Double.NaN, Double.NaN, Double.NaN, Double.NaN, new Counts(0, 0, 0, 0));
  }

  /** How many units have which status. */
  public record Counts(int met, int partial, int gap, int unknown) {
    /** One unit more. */
    Counts and(CoverageStatus status) {
      return new Counts(
          met + (status == CoverageStatus.MET ? 1 : 0),
          partial + (status == CoverageStatus.PARTIAL ? 1 : 0),
          gap + (status == CoverageStatus.GAP ? 1 : 0),
          unknown + (status == CoverageStatus.UNKNOWN ? 1 : 0));
    }

    int judged() {
      return met + partial + gap;
    }
  }
}
