package org.gapmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.gapmap.domain.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Jobs of every process that works on this database. */
public final class JobStore {
  private static final JobRecord.Problem PROGRAM_ENDED =
      new JobRecord.Problem(
          "the program ended while it ran; nothing of it was stored", "", "start it again");

  private final DataSource database;

  public JobStore(DataSource database) {
    this.database = database;
  }

  /**
   * Adds a job that waits for its turn, and returns its id. Ids run in the order of the lock's
   * queue.
   *
   * @param lock jobs with the same one run one after the other; empty for none
   */
  public long add(int owner, String what, LocalizedText title, String lock) {
    return write(
        "a job could not be queued",
        connection -> {
          connection.setAutoCommit(false);
          try {
            if (!lock.isEmpty()) {
              try (var hold = prepare(connection, "job/hold_queue", lock)) {
                hold.execute();
              }
            }
            try (var add = prepare(connection, "job/add", what, JobJson.of(title), lock, owner);
                ResultSet row = add.executeQuery()) {
              row.next();
              long id = row.getLong("id");
              connection.commit();
              return id;
            }
          } finally {
            connection.rollback();
            connection.setAutoCommit(true);
          }
        });
  }

  /** Whether the job runs from now on: it waited, and nothing before it has its lock. */
  public boolean start(long id) {
    return write(
        "job " + id + " could not start",
        connection -> {
          try (var start = prepare(connection, "job/start", id);
              ResultSet row = start.executeQuery()) {
            return row.next();
          }
        });
  }

  /**
   * Notes how far an open job is; true where somebody asked to stop it, none where it has ended.
   */
  public Optional<Boolean> note(long id, JobRecord.Reached reached) {
    return write(
        "job " + id + " could not be noted",
        connection -> {
          try (var note = connection.prepareStatement(Queries.text("job/progress"))) {
            note.setString(1, reached.stage().map(JobJson::of).orElse(null));
            note.setLong(2, reached.done());
            setLong(note, 3, reached.total());
            setDouble(note, 4, reached.rate());
            note.setLong(5, id);
            try (ResultSet row = note.executeQuery()) {
              return row.next() ? Optional.of(row.getBoolean("cancel_asked")) : Optional.empty();
            }
          }
        });
  }

  /** A process's open jobs, and whether somebody asked to stop each. */
  public Map<Long, Boolean> listAsked(int owner) {
    return write(
        "the jobs could not be read",
        connection -> {
          Map<Long, Boolean> asked = new HashMap<>();
          try (var list = prepare(connection, "job/asked", owner);
              ResultSet row = list.executeQuery()) {
            while (row.next()) {
              asked.put(row.getLong("id"), row.getBoolean("cancel_asked"));
            }
          }
          return asked;
        });
  }

  /** The job is done, whether or not what it stored has said so already. */
  public void finishDone(long id, JobRecord.Yield yield) {
    update(
        "job/finish_done",
        yield.result().map(JsonTexts::withoutNul).orElse(null),
        yield.file().orElse(null),
        id);
  }

  /** The job has failed, unless what it stored is there and says that it is done. */
  public void finishFailed(long id, JobRecord.Problem problem) {
    update("job/finish_not_done", "failed", JobJson.of(problem), id);
  }

  /** The job was stopped, unless what it stored is there and says that it is done. */
  public void finishCancelled(long id) {
    update("job/finish_not_done", "cancelled", null, id);
  }

  /** Asks whichever process does the job to stop it; false where it is not open. */
  public boolean askToCancel(long id) {
    return update("job/ask_to_cancel", id) > 0;
  }

  /** Makes failures of the open jobs of processes that are no more. */
  public int buryOfTheDead() {
    return update("job/bury", JobJson.of(PROGRAM_ENDED));
  }

  /** Deletes what ended long ago. */
  public void forgetOld() {
    update("job/forget");
  }

  public Optional<JobRecord> find(long id) {
    return read("job/find", id).stream().findFirst();
  }

  /** The latest first, without their results. */
  public List<JobRecord> list(int most) {
    return read("job/list", most);
  }

  /**
   * Says, in the transaction of what the job stores, that the job is done.
   *
   * @throws SQLException where the job was given up meanwhile, so that nothing may be stored
   */
  static void commit(Connection connection, long id, String resultJson) throws SQLException {
    try (var commit = prepare(connection, "job/commit", JsonTexts.withoutNul(resultJson), id)) {
      if (commit.executeUpdate() != 1) {
        throw new SQLException("job " + id + " was given up meanwhile");
      }
    }
  }

  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> T write(String failure, Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw new StoreException(failure, e);
    }
  }

  private int update(String query, @Nullable Object... values) {
    return write(
        "the jobs could not be changed",
        connection -> {
          try (var statement = prepare(connection, query, values)) {
            return statement.executeUpdate();
          }
        });
  }

  private List<JobRecord> read(String query, Object value) {
    return write(
        "the jobs could not be read",
        connection -> {
          List<JobRecord> jobs = new ArrayList<>();
          try (var statement = prepare(connection, query, value);
              ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              jobs.add(job(row));
            }
          }
          return jobs;
        });
  }

  private static JobRecord job(ResultSet row) throws SQLException {
    return new JobRecord(
        row.getLong("id"),
        row.getString("what"),
        JobJson.text(row.getString("title")),
        JobRecord.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        reached(row),
        new JobRecord.Times(
            row.getTimestamp("created_at").toInstant(),
            instant(row, "started_at"),
            instant(row, "finished_at")),
        Optional.ofNullable(row.getString("problem")).map(JobJson::problem),
        new JobRecord.Yield(
            Optional.ofNullable(row.getString("result")),
            Optional.ofNullable(row.getString("file"))));
  }

  private static JobRecord.Reached reached(ResultSet row) throws SQLException {
    long total = row.getLong("total");
    OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(total);
    double rate = row.getDouble("rate");
    OptionalDouble knownRate = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(rate);
    return new JobRecord.Reached(
        Optional.ofNullable(row.getString("stage")).map(JobJson::text),
        row.getLong("done"),
        known,
        knownRate);
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private static PreparedStatement prepare(
      Connection connection, String query, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(Queries.text(query));
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static void setLong(PreparedStatement statement, int at, OptionalLong value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setLong(at, value.getAsLong());
    } else {
      statement.setNull(at, Types.BIGINT);
    }
  }

  private static void setDouble(PreparedStatement statement, int at, OptionalDouble value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setDouble(at, value.getAsDouble());
    } else {
      statement.setNull(at, Types.DOUBLE);
    }
  }
}
