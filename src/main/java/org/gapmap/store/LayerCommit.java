package org.gapmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gapmap.domain.LayerKey;
import org.gapmap.domain.LayerType;
import org.locationtech.jts.io.WKBWriter;

/** The end of an import: staged rows become layer versions, and the city its next data version. */
final class LayerCommit {
  /**
   * The city being imported into, locked.
   *
   * @param dataVersion the version before this import
   */
  record City(int id, int dataVersion, boolean demonstration) {}

  private record Version(int layerId, int before, int id) {}

  private final Connection connection;
  private final ImportHeader header;
  private final City city;
  private final Runnable requireRunning;

  /**
   * @param requireRunning throws where the import shall stop; asked before every long statement
   */
  LayerCommit(Connection connection, ImportHeader header, City city, Runnable requireRunning) {
    this.connection = connection;
    this.header = header;
    this.city = city;
    this.requireRunning = requireRunning;
  }

  static City lockCity(Connection connection, ImportHeader header) throws SQLException {
    String name = header.cityName().isBlank() ? header.city() : header.cityName();
    try (var statement = connection.prepareStatement(Queries.text("imports/lock_city"))) {
      fill(statement, header.city(), name, header.demonstration());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return new City(
            result.getInt("id"), result.getInt("data_version"), result.getBoolean("demonstration"));
      }
    }
  }

  CommittedImport run(String reportJson, int rows) throws SQLException {
    List<LayerKey> keys = new ArrayList<>();
    List<Version> versions = new ArrayList<>();
    for (String kind : kinds()) {
      keys.add(new LayerKey(header.city(), header.type(), kind, header.source()));
      versions.add(addVersion(kind, reportJson));
    }
    CommittedImport.Changes changes = new CommittedImport.Changes(0, 0, 0);
    if (header.type() == LayerType.COMMUNITIES) {
      identify();
      changes = countChanges(versions.get(0));
    }
    List<CommittedImport.NewVersion> made = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      Version version = versions.get(i);
      int stored = addRows(version, keys.get(i).kind());
      execute("imports/count_rows", stored, version.id());
      made.add(new CommittedImport.NewVersion(keys.get(i), version.before() + 1, stored));
    }
    int next = flip(versions);
    return new CommittedImport(made, next, changes);
  }

  private List<String> kinds() throws SQLException {
    if (header.type() != LayerType.FACILITIES) {
      return List.of("");
    }
    List<String> kinds = new ArrayList<>();
    try (var statement = connection.prepareStatement(Queries.text("imports/incoming_kinds"));
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        kinds.add(result.getString("kind"));
      }
    }
    return kinds;
  }

  private Version addVersion(String kind, String reportJson) throws SQLException {
    int layerId;
    int before;
    try (var statement = connection.prepareStatement(Queries.text("imports/find_or_add_layer"))) {
      fill(statement, city.id(), Codes.of(header.type()), kind, header.source());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        layerId = result.getInt("id");
        before = result.getInt("number");
      }
    }
    Completeness completeness = header.completeness();
    byte[] area = completeness.area().map(a -> new WKBWriter(2).write(a)).orElse(null);
    try (var statement = connection.prepareStatement(Queries.text("imports/add_version"))) {
      fill(statement, layerId, before + 1, header.file(), header.crs(), completeness.text());
      statement.setBytes(6, area);
      statement.setBoolean(7, completeness.asserted());
      statement.setString(8, reportJson);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return new Version(layerId, before, result.getInt("id"));
      }
    }
  }

  private void identify() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("ANALYZE incoming_community, community_identity");
    }
    execute("imports/identify_by_key", city.id(), header.source());
    execute("imports/identify_by_place", city.id(), header.source());
    execute("imports/identify_new");
    execute("imports/renew_identities");
    execute("imports/add_identities", city.id(), header.source());
  }

  private CommittedImport.Changes countChanges(Version version) throws SQLException {
    requireRunning.run();
    try (var statement = connection.prepareStatement(Queries.text("imports/count_changes"))) {
      fill(statement, version.layerId(), version.before());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return new CommittedImport.Changes(
            result.getInt("added"), result.getInt("kept"), result.getInt("removed"));
      }
    }
  }

  private int addRows(Version version, String kind) throws SQLException {
    return switch (header.type()) {
      case COMMUNITIES -> execute("imports/add_communities", version.id());
      case FACILITIES, SITES -> execute("imports/add_facilities", version.id(), kind);
      case STREETS, AREAS, LAND_USE, GATES, ADDRESSES ->
          execute("imports/add_shapes", version.id());
      case BUILDINGS -> execute("imports/add_buildings", version.id());
      case POPULATION -> execute("imports/add_population", version.id());
    };
  }

  private int flip(List<Version> versions) throws SQLException {
    int next = city.dataVersion() + 1;
    Object[] layerIds = versions.stream().map(Version::layerId).toArray();
    execute(
        "imports/carry_versions",
        city.id(),
        city.dataVersion(),
        connection.createArrayOf("integer", layerIds));
    for (Version version : versions) {
      execute("imports/add_to_city", city.id(), next, version.id());
    }
    execute("imports/flip", next, city.id());
    try (var statement = connection.prepareStatement(Queries.text("imports/notify"))) {
      fill(statement, header.city());
      statement.executeQuery().close();
    }
    return next;
  }

  private int execute(String query, Object... values) throws SQLException {
    requireRunning.run();
    try (var statement = connection.prepareStatement(Queries.text(query))) {
      fill(statement, values);
      return statement.executeUpdate();
    }
  }

  private static void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
