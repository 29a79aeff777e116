package org.gapmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.gapmap.domain.Gate;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.StreetRule;
import org.gapmap.domain.Streets;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Streets and gates of a data version, for those who walk. Rows of layer versions never change, so
 * that they fit a snapshot's other layers whenever they are read.
 */
public final class StreetStore {
  private static final int FETCH_ROWS = 10_000;

  private final DataSource database;

  public StreetStore(DataSource database) {
    this.database = database;
  }

  private interface RowReader {
    void read(ResultSet row, LayerVersion layer) throws SQLException;
  }

  /**
   * @param layers a snapshot's; those of other types are passed over
   * @return none where the city has no layer of streets
   */
  public Streets readStreets(List<LayerVersion> layers) {
    Streets.Builder streets = new Streets.Builder();
    LineParts parts = new LineParts();
    read(
        layers,
        LayerType.STREETS,
        "city/streets",
        (row, layer) -> {
          Streets.Row street = street(row);
          int number = row.getInt(1);
          parts.each(
              row.getBytes(2),
              (line, length) -> streets.add(layer.id(), number, street, line, length));
        });
    return streets.build();
  }

  /** Closed ones too, marked as such. */
  public List<Gate> readGates(List<LayerVersion> layers) {
    List<Gate> gates = new ArrayList<>();
    read(
        layers,
        LayerType.GATES,
        "city/gates",
        (row, layer) ->
            gates.add(
                new Gate(
                    row.getDouble(2),
                    row.getDouble(3),
                    row.getString(4),
                    Codes.read(Gate.Use.class, row.getString(5)),
                    row.getBoolean(6),
                    layer.id(),
                    row.getInt(1))));
    return List.copyOf(gates);
  }

  private static Streets.Row street(ResultSet row) throws SQLException {
    String category = row.getString(4);
    StreetRule rule =
        StreetRule.find(text(row.getString(5))).orElseGet(() -> StreetRule.ofCategory(category));
    return new Streets.Row(
        row.getString(3),
        category,
        rule,
        row.getInt(6),
        row.getBoolean(7),
        row.getBoolean(8),
        row.getBoolean(9));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void read(List<LayerVersion> layers, LayerType type, String query, RowReader reader) {
    try (Connection connection = database.getConnection()) {
      // Without a transaction the driver would fetch all rows at once.
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      try (PreparedStatement statement = connection.prepareStatement(Queries.text(query))) {
        statement.setFetchSize(FETCH_ROWS);
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        for (LayerVersion layer : layers) {
          if (layer.key().type() != type) {
            continue;
          }
          statement.setInt(1, layer.id());
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              reader.read(row, layer);
            }
          }
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreException("layers of type " + Codes.of(type) + " could not be read", e);
    }
  }
}
