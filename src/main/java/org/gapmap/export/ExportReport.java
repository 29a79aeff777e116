package org.gapmap.export;

import java.util.List;
import org.gapmap.domain.LocalizedText;

/**
 * What became of an export.
 *
 * @param crs like {@code EPSG:4490}
 * @param cannotHold what of the table the format cannot hold
 * @param fieldNames the columns, in the file's order
 */
public record ExportReport(
    long rows,
    String crs,
    String format,
    List<LocalizedText> cannotHold,
    List<FieldName> fieldNames) {
  public ExportReport {
    cannotHold = List.copyOf(cannotHold);
    fieldNames = List.copyOf(fieldNames);
  }

  /**
   * A column.
   *
   * @param name as the layer or its file calls it
   * @param written as the exported file calls it
   */
  public record FieldName(String name, String written) {}
}
