package org.gapmap.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a table in one format. */
interface TableWriter {
  /**
   * Writes the whole table, or throws and leaves a file that is not to be used.
   *
   * @param file is not there yet
   * @return the columns' names in the file, in their order
   */
  List<String> write(Writing table, Path file) throws IOException;

  static TableWriter of(ExportFormat format) {
    return switch (format) {
      case GPKG -> new GeoPackageWriter();
      case SHP -> new ShapefileZipWriter();
      case GEOJSON -> new GeoJsonWriter();
      case CSV -> new CsvTableWriter();
      case XLSX -> new XlsxWriter();
    };
  }
}
