package org.gapmap.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.store.LayerContents;

/** Writes a GeoPackage: everything that the table has, and where it comes from. */
final class GeoPackageWriter implements TableWriter {
  private static final LocalizedText STAGE =
      new LocalizedText("写入 GeoPackage", "Writing the GeoPackage");

  /** SQLite's own limit, less the two of the key and the shape. */
  private static final int MOST_COLUMNS = 1_998;

  @Override
  public List<String> write(Writing writing, Path file) throws IOException {
    LayerTable table = writing.table();
    if (table.columns().size() > MOST_COLUMNS) {
      throw new UserError(
          "a GeoPackage's table ends at 2,000 columns; this one has " + table.columns().size(),
          "gpkg",
          "choose csv");
    }
    try (GeoPackageFile geoPackage =
        new GeoPackageFile(
            file, table.name(), table.columns(), geometryType(table.forms()), writing.crs())) {
      writing.rows(
          STAGE,
          (values, shape) -> {
            try {
              geoPackage.add(values, shape);
            } catch (SQLException e) {
              throw new IOException(e);
            }
          });
      String origin =
          table.origin().entrySet().stream()
              .map(e -> e.getKey() + ": " + e.getValue())
              .collect(Collectors.joining("; "));
      geoPackage.finish(table.name(), origin, new JsonMapper().writeValueAsString(table.origin()));
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return table.columns().stream().map(TableColumn::name).toList();
  }

  private static String geometryType(LayerContents.Forms forms) {
    if (forms.points() && !forms.polygons()) {
      return "POINT";
    }
    if (forms.lines()) {
      return "MULTILINESTRING";
    }
    return forms.points() ? "GEOMETRY" : "MULTIPOLYGON";
  }
}
