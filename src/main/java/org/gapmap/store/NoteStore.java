package org.gapmap.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.gapmap.domain.FacilityRef;
import org.jspecify.annotations.Nullable;

/** Notes from the site, kept until somebody deletes them, whatever is imported meanwhile. */
public final class NoteStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DataSource database;

  public NoteStore(DataSource database) {
    this.database = database;
  }

  /** Keeps a note about a city that is there, and returns its id. */
  public long add(String city, NewNote note) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("note/add"))) {
      if (note.community().isPresent()) {
        statement.setLong(1, note.community().getAsLong());
      } else {
        statement.setNull(1, Types.BIGINT);
      }
      statement.setString(
          2, note.facility().map(ref -> EditJson.write(ref).toString()).orElse(null));
      statement.setString(3, note.kind());
      statement.setString(4, note.text());
      statement.setDouble(5, note.lon());
      statement.setDouble(6, note.lat());
      statement.setString(7, note.by());
      statement.setString(8, city);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalArgumentException("there is no city '" + city + "'");
        }
        return row.getLong("id");
      }
    } catch (SQLException e) {
      throw new StoreException("the note could not be stored", e);
    }
  }

  public Optional<SiteNote> find(long id) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("note/find"))) {
      statement.setLong(1, id);
      return read(statement).stream().findFirst();
    } catch (SQLException e) {
      throw new StoreException("note " + id + " could not be read", e);
    }
  }

  /** A city's notes: the open ones first, and of these the latest. */
  public List<SiteNote> list(String city) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("note/list"))) {
      statement.setString(1, city);
      return read(statement);
    } catch (SQLException e) {
      throw new StoreException("the notes could not be listed", e);
    }
  }

  /** How many notes a city has. */
  public long count(String city) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("note/count"))) {
      statement.setString(1, city);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong("notes");
      }
    } catch (SQLException e) {
      throw new StoreException("the notes could not be counted", e);
    }
  }

  /** Gives a note another text, and settles or reopens it; false where there is no such note. */
  public boolean update(long id, String text, boolean settled) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("note/update"))) {
      statement.setString(1, text);
      statement.setBoolean(2, settled);
      statement.setLong(3, id);
      return statement.executeUpdate() > 0;
    } catch (SQLException e) {
      throw new StoreException("note " + id + " could not be changed", e);
    }
  }

  /** False where there was no such note. */
  public boolean delete(long id) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("note/delete"))) {
      statement.setLong(1, id);
      return statement.executeUpdate() > 0;
    } catch (SQLException e) {
      throw new StoreException("note " + id + " could not be deleted", e);
    }
  }

  private static List<SiteNote> read(PreparedStatement statement) throws SQLException {
    List<SiteNote> notes = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        long community = row.getLong("community_id");
        NewNote said =
            new NewNote(
                row.wasNull() ? OptionalLong.empty() : OptionalLong.of(community),
                facility(row.getString("facility")),
                row.getString("kind"),
                row.getString("text"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getString("by_whom"));
        Timestamp settled = row.getTimestamp("settled_at");
        notes.add(
            new SiteNote(
                row.getLong("id"),
                row.getString("city"),
                Optional.ofNullable(row.getString("community")),
                said,
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(settled).map(Timestamp::toInstant)));
      }
    }
    return notes;
  }

  private static Optional<FacilityRef> facility(@Nullable String json) {
    if (json == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(EditJson.readRef(JSON.readTree(json), "facility"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds a facility that is not JSON", e);
    }
  }
}
