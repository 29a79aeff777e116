package org.gapmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.domain.Area;
import org.gapmap.domain.AreaLevel;
import org.gapmap.domain.Building;
import org.gapmap.domain.Community;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.LandParcel;
import org.gapmap.domain.LandUseClass;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Population;
import org.gapmap.domain.PopulationGrid;
import org.gapmap.domain.Provenance;
import org.gapmap.domain.Provision;
import org.gapmap.domain.Renovation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.postgresql.PGStatement;

/**
 * Reads the rows of layer versions, each layer in the order in which it is stored. Columns are read
 * by their place in the query's SELECT: looking names up took a third of the time. For one thread.
 */
final class SnapshotReader {
  private static final int FETCH_ROWS = 10_000;

  private final Connection connection;
  private final WKBReader wkb =
      new WKBReader(new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY));
  private final Map<String, String> words = new HashMap<>();

  SnapshotReader(Connection connection) {
    this.connection = connection;
  }

  private interface RowReader<T> {
    Optional<T> read(ResultSet row, LayerVersion layer) throws SQLException;
  }

  List<Community> communities(List<LayerVersion> layers) throws SQLException {
    return rows(layers, LayerType.COMMUNITIES, "city/communities", this::community);
  }

  List<Facility> facilities(List<LayerVersion> layers) throws SQLException {
    return rows(layers, LayerType.FACILITIES, "city/facilities", this::facility);
  }

  Surroundings surroundings(List<LayerVersion> layers) throws SQLException {
    return new Surroundings(
        rows(layers, LayerType.AREAS, "city/shapes", this::area),
        rows(layers, LayerType.LAND_USE, "city/shapes", this::parcel),
        rows(layers, LayerType.BUILDINGS, "city/buildings", this::building),
        rows(layers, LayerType.POPULATION, "city/population", SnapshotReader::grid));
  }

  private <T> List<T> rows(
      List<LayerVersion> layers, LayerType type, String query, RowReader<T> reader)
      throws SQLException {
    List<T> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(Queries.text(query))) {
      statement.setFetchSize(FETCH_ROWS);
      // Below 0: binary from the first execution on, so that no shape travels as hexadecimal text.
      statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
      for (LayerVersion layer : layers) {
        if (layer.key().type() != type) {
          continue;
        }
        statement.setInt(1, layer.id());
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            reader.read(row, layer).ifPresent(all::add);
          }
        }
      }
    }
    return all;
  }

  private Optional<Community> community(ResultSet row, LayerVersion layer) throws SQLException {
    return Optional.of(
        new Community(
            row.getLong(3),
            row.getString(4),
            (MultiPolygon) geometry(row.getBytes(5)),
            population(row, 7),
            count(row, 6),
            Optional.ofNullable(row.getString(15)).map(code -> Codes.read(Renovation.class, code)),
            provenance(row, layer, 12)));
  }

  private Optional<Facility> facility(ResultSet row, LayerVersion layer) throws SQLException {
    return Optional.of(
        new Facility(
            layer.key().kind(),
            word(row.getString(3)),
            row.getString(4),
            geometry(row.getBytes(5)),
            Codes.read(FacilityStatus.class, row.getString(6)),
            Codes.read(FacilityAccess.class, row.getString(7)),
            provision(count(row, 8), amount(row, 9), amount(row, 10)),
            provenance(row, layer, 10)));
  }

  private static Provision provision(
      OptionalInt capacity, OptionalDouble floorSqm, OptionalDouble landSqm) {
    return capacity.isEmpty() && floorSqm.isEmpty() && landSqm.isEmpty()
        ? Provision.UNKNOWN
        : new Provision(capacity, floorSqm, landSqm);
  }

  /** Shapes are stored as they were drawn: a single polygon is one, too. */
  private MultiPolygon polygons(byte[] bytes) {
    Geometry shape = geometry(bytes);
    return shape instanceof Polygon polygon
        ? shape.getFactory().createMultiPolygon(new Polygon[] {polygon})
        : (MultiPolygon) shape;
  }

  /** Areas whose level nobody knows can't be counted by, and are left out. */
  private Optional<Area> area(ResultSet row, LayerVersion layer) throws SQLException {
    String name = row.getString(3);
    Optional<AreaLevel> level = AreaLevel.of(row.getString(4), name);
    if (level.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Area(name, level.get(), polygons(row.getBytes(5)), provenance(row, layer, 5)));
  }

  private Optional<LandParcel> parcel(ResultSet row, LayerVersion layer) throws SQLException {
    return Optional.of(
        new LandParcel(
            Codes.read(LandUseClass.class, row.getString(4)),
            polygons(row.getBytes(5)),
            provenance(row, layer, 5)));
  }

  private Optional<Building> building(ResultSet row, LayerVersion layer) throws SQLException {
    Point place = (Point) geometry(row.getBytes(3));
    return Optional.of(
        new Building(
            place.getX(),
            place.getY(),
            population(row, 5),
            amount(row, 4),
            provenance(row, layer, 10)));
  }

  private static Optional<PopulationGrid> grid(ResultSet row, LayerVersion layer)
      throws SQLException {
    return Optional.of(
        new PopulationGrid(
            row.getString(1),
            row.getDouble(2),
            row.getDouble(3),
            row.getDouble(4),
            row.getDouble(5),
            row.getInt(6),
            GridCells.ofBytes(row.getBytes(7)),
            new Provenance(layer.id(), layer.key().source(), layer.origin().file(), 1)));
  }

  /** Six columns from {@code first} on. */
  private static Population population(ResultSet row, int first) throws SQLException {
    return new Population(
        count(row, first),
        count(row, first + 1),
        count(row, first + 2),
        count(row, first + 3),
        count(row, first + 4),
        count(row, first + 5));
  }

  /**
   * Columns 1 and 2: the row's number and its key; after the {@code last} of its own, the row and
   * the file that it was kept from, where it was.
   */
  private static Provenance provenance(ResultSet row, LayerVersion layer, int last)
      throws SQLException {
    int number = row.getInt(1);
    int origin = row.getInt(last + 1);
    boolean own = row.wasNull();
    return new Provenance(
        layer.id(),
        layer.key().source(),
        own ? layer.origin().file() : row.getString(last + 2),
        own ? number : origin,
        row.getString(2),
        number);
  }

  private static OptionalInt count(ResultSet row, int column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static OptionalDouble amount(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** One object for each word that occurs on many rows. */
  private String word(String text) {
    return words.computeIfAbsent(text, t -> t);
  }

  private Geometry geometry(byte[] bytes) {
    try {
      return wkb.read(bytes);
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS gave a geometry that JTS cannot read", e);
    }
  }
}
