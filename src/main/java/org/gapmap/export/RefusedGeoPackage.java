package org.gapmap.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gapmap.domain.RefusedColumns;
import org.gapmap.geo.IntoSystem;
import org.gapmap.geo.TargetSystem;
import org.gapmap.store.LayerHistory;
import org.gapmap.store.RefusedRow;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The rows of a file that were not stored, as {@link RefusedCsv} has them, in a GeoPackage: to be
 * put right in a desktop GIS. Shapes stand in the file's own coordinates, whose system is left
 * undefined: it may be what was wrong, and is said anew with {@code --crs}.
 */
public final class RefusedGeoPackage {
  private static final String TABLE = "refused";

  private static final TargetSystem UNDEFINED =
      new TargetSystem(
          -1, "Undefined Cartesian", false, "undefined", "", IntoSystem.of("EPSG:4490", TABLE));

  private RefusedGeoPackage() {}

  /**
   * Writes the rows that the import of a layer's version refused into a new file.
   *
   * @throws org.gapmap.domain.UserError where the version is not there, or no row of it was refused
   */
  public static void write(LayerHistory history, int layer, int version, Path file)
      throws IOException {
    LayerHistory.Detail detail = RefusedCsv.refusing(history, layer, version);
    Set<String> own = new LinkedHashSet<>();
    history.forEachRefused(layer, version, row -> own.addAll(row.columns().keySet()));
    RefusedReasons reasons = new RefusedReasons(detail.report());
    List<TableColumn> columns = new ArrayList<>();
    RefusedColumns.NAMES.forEach(name -> columns.add(TableColumn.ofFile(name, name)));
    own.forEach(name -> columns.add(TableColumn.ofFile(called(name), name)));
    try (GeoPackageFile geoPackage =
        new GeoPackageFile(file, TABLE, columns, "GEOMETRY", UNDEFINED)) {
      history.forEachRefused(
          layer,
          version,
          row -> {
            try {
              geoPackage.add(values(row, own, reasons), shape(row));
            } catch (SQLException e) {
              throw new UncheckedIOException(new IOException(e));
            }
          });
      String name = detail.version().file().name();
      geoPackage.finish(TABLE, name, new JsonMapper().writeValueAsString(Map.of("file", name)));
    } catch (SQLException e) {
      throw new IOException(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The format's own columns are not the row's. */
  private static String called(String name) {
    return name.equalsIgnoreCase("fid") || name.equalsIgnoreCase("geom") ? name + "_" : name;
  }

  private static @Nullable Object[] values(
      RefusedRow row, Set<String> own, RefusedReasons reasons) {
    List<String> values = new ArrayList<>(reasons.columns(row));
    own.forEach(name -> values.add(row.columns().getOrDefault(name, "")));
    return values.toArray();
  }

  /** Null where there is none, or none with a place. */
  private static @Nullable Geometry shape(RefusedRow row) {
    return row.shape().filter(RefusedCsv::hasPlace).orElse(null);
  }
}
