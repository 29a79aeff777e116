package org.gapmap.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Population;
import org.gapmap.domain.PopulationGrid;
import org.gapmap.domain.UserError;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One import under way, in one transaction. Rows stream through COPY into a staging table and
 * become a layer version at the commit. Not for several threads, but for {@link #stop}.
 */
public final class LayerImport implements AutoCloseable {
  /** Bytes of rows that go to the server at once. */
  private static final int BLOCK = 1 << 16;

  private static final Set<LayerType> SHAPES =
      Set.of(
          LayerType.STREETS,
          LayerType.AREAS,
          LayerType.LAND_USE,
          LayerType.GATES,
          LayerType.ADDRESSES);

  private final Connection connection;
  private final ImportHeader header;
  private final ImportMode mode;
  private final CopyRows row = new CopyRows();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private LayerCommit.@Nullable City city;
  private @Nullable CopyIn copy;
  private final RefusedSpool refusedRows = new RefusedSpool();
  private @Nullable LayerCommit commit;
  private @Nullable Difference difference;
  private boolean closed;
  private OptionalLong job = OptionalLong.empty();
  private int rows;

  LayerImport(Connection connection, ImportHeader header, ImportMode mode) {
    this.connection = connection;
    this.header = header;
    this.mode = mode;
  }

  /**
   * Waits until no other import into the city is under way, and makes ready for rows.
   *
   * @throws UserError where the city is a demonstration and the layer is not, or the other way
   * @throws ImportStopped where it was stopped
   */
  public void start() {
    try {
      begin();
    } catch (SQLException e) {
      throw failed("an import could not begin", e);
    }
  }

  private void begin() throws SQLException {
    requireRunning();
    try (var statement = connection.createStatement()) {
      statement.execute(Queries.text("imports/notice_death"));
    }
    LayerCommit.City locked = LayerCommit.lockCity(connection, header);
    if (locked.demonstration() != header.demonstration()) {
      throw locked.demonstration()
          ? new UserError(
              "city '" + header.city() + "' is the synthetic demonstration",
              "--city",
              "name a city of your own, or say --synthetic where the file is made up, too")
          : new UserError(
              "city '" + header.city() + "' is a real one",
              "--synthetic",
              "leave it out, or name the demonstration city");
    }
    String staging = VersionDifference.table(header.type());
    try (var statement = connection.createStatement()) {
      statement.execute(Queries.text("imports/sort_in_memory"));
      statement.execute(Queries.text("imports/stage_" + staging));
    }
    city = locked;
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(Queries.text("imports/copy_" + staging));
  }

  /**
   * Ends whatever the import is at, from another thread and at once: the thread that imports gets
   * {@link ImportStopped}, and nothing of it is stored. Too late for a commit that is through.
   */
  public void stop() {
    stopped.set(true);
    synchronized (this) {
      if (!closed) {
        cancelStatement();
      }
    }
  }

  private void cancelStatement() {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
    } catch (SQLException e) {
      throw new StoreException("the import could not be stopped", e);
    }
  }

  /**
   * The commit says in the same transaction that this job is done, with the report as its result.
   */
  public void forJob(OptionalLong id) {
    job = id;
  }

  public void addCommunity(NewCommunity community) {
    require(LayerType.COMMUNITIES);
    row.row(13).number(community.row()).text(community.sourceKey()).text(community.name());
    people(community.population());
    write(
        row.number(community.buildYear())
            .code(community.renovation())
            .object(community.attributes())
            .geometry(community.boundary()));
  }

  /**
   * @param kind a service kind's id; one layer version is made per kind that occurs
   */
  public void addFacility(String kind, NewFacility facility) {
    require(LayerType.FACILITIES);
    place(kind, facility);
  }

  /** A candidate site. */
  public void addSite(NewFacility site) {
    require(LayerType.SITES);
    place("", site);
  }

  /** A street, an administrative area, a piece of land, a gate or an address. */
  public void addShape(NewShape shape) {
    if (!SHAPES.contains(header.type())) {
      throw new IllegalStateException("a shape in an import of " + header.type());
    }
    write(
        row.row(5)
            .number(shape.row())
            .text(shape.name())
            .text(shape.category())
            .object(shape.attributes())
            .geometry(shape.shape()));
  }

  /** A building that people live in, or may. */
  public void addBuilding(NewBuilding building) {
    require(LayerType.BUILDINGS);
    row.row(13)
        .number(building.origin().row())
        .text(building.origin().key())
        .text(building.name())
        .text(building.use());
    people(building.population());
    write(
        row.number(building.floorSqm())
            .object(building.origin().attributes())
            .geometry(building.place()));
  }

  /** The raster of a population layer, which has only this row; its provenance is not read. */
  public void addPopulation(PopulationGrid grid) {
    require(LayerType.POPULATION);
    write(
        row.row(7)
            .text(grid.crs())
            .number(grid.west())
            .number(grid.north())
            .number(grid.cellWidth())
            .number(grid.cellHeight())
            .number(grid.columns())
            .bytes(GridCells.toBytes(grid.people())));
  }

  /** A row that is not stored, kept with the import; after a great many only counted. */
  public void addRefused(RefusedRow refused) {
    refusedRows.add(refused);
  }

  /**
   * What the import makes of the layer's current version. No more rows can be added. Nothing of it
   * is seen by anyone yet.
   */
  public Difference difference() {
    if (difference == null) {
      try {
        requireRunning();
        endCopy();
        LayerCommit.City locked = started();
        ImportStatements statements = new ImportStatements(connection, this::requireRunning);
        commit = new LayerCommit(statements, header, mode, locked);
        difference = commit.addVersions(rows);
      } catch (SQLException e) {
        throw failed("the import was not stored", e);
      }
    }
    return difference;
  }

  /**
   * Makes the rows a new version of their layer, or of one layer per kind, and the city's next data
   * version, visible to all at once.
   *
   * @param reportJson the import's report as a JSON object, kept with each version
   */
  public CommittedImport commit(String reportJson, Delivery delivery) {
    try {
      CommittedImport committed = store(reportJson, delivery);
      if (job.isPresent()) {
        JobStore.commit(connection, job.getAsLong(), reportJson);
      }
      connection.commit();
      return committed;
    } catch (SQLException e) {
      throw failed("the import was not stored", e);
    }
  }

  /** The same, of rows that came from no file. */
  public CommittedImport commit(String reportJson) {
    return commit(reportJson, Delivery.UNKNOWN);
  }

  /**
   * Does all that {@link #commit} does, and stores nothing: what would be made. No more rows can be
   * added.
   */
  public CommittedImport rehearse(String reportJson) {
    try {
      CommittedImport made = store(reportJson, Delivery.UNKNOWN);
      connection.rollback();
      return new CommittedImport(
          made.layers(),
          made.dataVersion(),
          made.changes(),
          made.difference(),
          CommittedImport.Outcome.REHEARSED);
    } catch (SQLException e) {
      throw failed("the import could not be rehearsed", e);
    }
  }

  private CommittedImport store(String reportJson, Delivery delivery) throws SQLException {
    Difference made = difference();
    ImportStatements statements = new ImportStatements(connection, this::requireRunning);
    int[] importId = new int[1];
    statements.query(
        result -> importId[0] = result.getInt("id"),
        "imports/add_import",
        delivery.sha256(),
        delivery.bytes(),
        Codes.of(mode),
        delivery.by(),
        delivery.specJson(),
        delivery.refused());
    refusedRows.store(statements, importId[0]);
    return Objects.requireNonNull(commit)
        .finish(made, JsonTexts.withoutNul(reportJson), importId[0], delivery.by());
  }

  /** Rolls back what was not committed. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    try (connection;
        refusedRows) {
      cancelCopy();
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new StoreException("the import could not be rolled back", e);
    }
  }

  private void cancelCopy() throws SQLException {
    if (copy == null || !copy.isActive()) {
      return;
    }
    try {
      copy.cancelCopy();
    } catch (SQLException e) {
      // Stopping cancels the copy on the server, which then has no copy to cancel for the driver.
      if (!stopped.get()) {
        throw e;
      }
    }
  }

  private void requireRunning() {
    if (stopped.get()) {
      throw new ImportStopped();
    }
  }

  private RuntimeException failed(String what, SQLException cause) {
    return stopped.get() ? new ImportStopped() : new StoreException(what, cause);
  }

  private CopyIn copying() {
    if (copy == null) {
      throw new IllegalStateException("the import has not started");
    }
    return copy;
  }

  private LayerCommit.City started() {
    if (city == null) {
      throw new IllegalStateException("the import has not started");
    }
    return city;
  }

  private void place(String kind, NewFacility facility) {
    write(
        row.row(12)
            .text(kind)
            .number(facility.origin().row())
            .text(facility.origin().key())
            .text(facility.subtype())
            .text(facility.name())
            .text(Codes.of(facility.status()))
            .text(Codes.of(facility.access()))
            .number(facility.provision().capacity())
            .number(facility.provision().floorSqm())
            .number(facility.provision().landSqm())
            .object(facility.origin().attributes())
            .geometry(facility.place()));
  }

  private void people(Population population) {
    row.number(population.households())
        .number(population.residents())
        .number(population.elderly())
        .number(population.infants())
        .number(population.preschoolers())
        .number(population.pupils());
  }

  private void write(CopyRows written) {
    rows++;
    if (written.size() < BLOCK) {
      return;
    }
    try {
      send();
    } catch (SQLException e) {
      throw failed("rows were not taken", e);
    }
  }

  private void send() throws SQLException {
    copying().writeToCopy(row.block(), 0, row.size());
    row.clear();
  }

  private void endCopy() throws SQLException {
    row.trailer();
    send();
    copying().endCopy();
  }

  private void require(LayerType type) {
    if (header.type() != type) {
      throw new IllegalStateException("a row of " + type + " in an import of " + header.type());
    }
  }
}
