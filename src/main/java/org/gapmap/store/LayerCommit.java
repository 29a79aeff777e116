package org.gapmap.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gapmap.domain.LayerKey;
import org.gapmap.domain.LayerType;
import org.locationtech.jts.io.WKBWriter;

/** The end of an import: staged rows become layer versions, then the city its next data version. */
final class LayerCommit {
  /**
   * The city being imported into, locked.
   *
   * @param dataVersion the version before this import
   */
  record City(int id, int dataVersion, boolean demonstration) {}

  private final ImportStatements statements;
  private final ImportHeader header;
  private final ImportMode mode;
  private final City city;
  private final VersionDifference differences;
  private final List<StagedVersion> versions = new ArrayList<>();
  private CommittedImport.Changes changes = new CommittedImport.Changes(0, 0, 0);

  LayerCommit(ImportStatements statements, ImportHeader header, ImportMode mode, City city) {
    this.statements = statements;
    this.header = header;
    this.mode = mode;
    this.city = city;
    this.differences = new VersionDifference(statements);
  }

  static City lockCity(Connection connection, ImportHeader header) throws SQLException {
    String name = header.cityName().isBlank() ? header.city() : header.cityName();
    try (var statement = connection.prepareStatement(Queries.text("imports/lock_city"))) {
      statement.setString(1, header.city());
      statement.setString(2, name);
      statement.setBoolean(3, header.demonstration());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return new City(
            result.getInt("id"), result.getInt("data_version"), result.getBoolean("demonstration"));
      }
    }
  }

  /** Makes the staged rows versions of their layers, which nobody sees yet. */
  Difference addVersions(int rows) throws SQLException {
    List<StagedVersion> empty = new ArrayList<>();
    for (String kind : kinds()) {
      empty.add(addVersion(kind));
    }
    return switch (header.type()) {
      case COMMUNITIES -> addCommunities(empty.get(0), rows);
      case POPULATION -> addRaster(empty.get(0));
      default -> addPlaces(empty, rows);
    };
  }

  private List<String> kinds() throws SQLException {
    if (header.type() != LayerType.FACILITIES) {
      return List.of("");
    }
    List<String> kinds = new ArrayList<>();
    statements.query(row -> kinds.add(row.getString("kind")), "imports/incoming_kinds");
    return kinds;
  }

  private StagedVersion addVersion(String kind) throws SQLException {
    LayerKey key = new LayerKey(header.city(), header.type(), kind, header.source());
    int[] layer = new int[3];
    statements.query(
        row -> {
          layer[0] = row.getInt("id");
          layer[1] = row.getInt("number") + 1;
          layer[2] = row.getInt("current");
        },
        "imports/find_or_add_layer",
        city.id(),
        Codes.of(header.type()),
        kind,
        header.source());
    Completeness completeness = header.completeness();
    int[] id = new int[1];
    statements.query(
        row -> id[0] = row.getInt("id"),
        "imports/add_version",
        layer[0],
        layer[1],
        header.file(),
        header.crs(),
        completeness.text(),
        completeness.area().map(area -> new WKBWriter(2).write(area)),
        completeness.asserted());
    if (mode != ImportMode.REPLACE && layer[2] != 0) {
      statements.execute("imports/keep_completeness", id[0], layer[2]);
    }
    return new StagedVersion(key, layer[0], layer[2], id[0], layer[1], 0, 0);
  }

  private Difference addCommunities(StagedVersion version, int rows) throws SQLException {
    // What is known of a version as new as the one before is that it has hardly any rows.
    statements.execute("difference/join_by_hash");
    int repeated = hasIdentities(version.before()) ? identifyKnown(version.before()) : 0;
    boolean keeps = mode != ImportMode.REPLACE && version.before() != 0;
    int carried = keeps ? statements.execute("imports/carry_communities", version.before()) : 0;
    statements.execute("imports/add_communities", version.id());
    statements.execute("imports/add_blocks", version.id());
    versions.add(version.withOwn(rows).withCarried(carried));
    if (version.before() == 0) {
      changes = new CommittedImport.Changes(rows, 0, 0);
      return Difference.ofFirst(mode, rows);
    }
    statements.execute("imports/remember_identities", version.id(), version.before());
    statements.query(
        row ->
            changes =
                new CommittedImport.Changes(
                    row.getInt("added"), row.getInt("kept"), row.getInt("removed")),
        "imports/count_changes",
        version.id(),
        version.before());
    statements.execute("difference/stage_changed");
    int changed = changes.kept() == carried ? 0 : differences.countChangedCommunities(version);
    return new Difference(
        mode,
        changes.added(),
        changed,
        changes.removed(),
        changes.kept() - changed,
        repeated,
        differences.communityExamples(version));
  }

  /** Who is known: the communities of the version before, and those written down as gone. */
  private boolean hasIdentities(int before) throws SQLException {
    if (before != 0) {
      return true;
    }
    boolean[] known = new boolean[1];
    statements.query(
        row -> known[0] = row.getBoolean("known"),
        "imports/has_identities",
        city.id(),
        header.source());
    return known[0];
  }

  private int identifyKnown(int before) throws SQLException {
    statements.execute("imports/analyze_communities");
    int[] repeated = new int[1];
    if (mode == ImportMode.APPEND && before != 0) {
      statements.query(row -> repeated[0] = row.getInt("rows"), "imports/repeated_keys", before);
    }
    statements.execute("imports/identify_by_key", city.id(), header.source(), before);
    statements.execute("imports/stage_known");
    statements.execute("imports/add_known", city.id(), header.source(), before);
    statements.execute("imports/index_known");
    statements.execute("imports/analyze_known");
    statements.execute("difference/join_freely");
    statements.execute("imports/identify_by_place");
    statements.execute("difference/join_by_hash");
    if (mode == ImportMode.APPEND && before != 0) {
      statements.execute("imports/identify_apart", before);
    }
    statements.execute("imports/renew_identities");
    return repeated[0];
  }

  private Difference addRaster(StagedVersion version) throws SQLException {
    statements.execute("imports/add_population", version.id());
    versions.add(version.withOwn(1));
    if (version.before() == 0) {
      return Difference.ofFirst(mode, 1);
    }
    boolean changed = differences.isOtherRaster(version);
    return new Difference(mode, 0, changed ? 1 : 0, 0, changed ? 0 : 1, 0, List.of());
  }

  private Difference addPlaces(List<StagedVersion> empty, int rows) throws SQLException {
    for (StagedVersion version : empty) {
      int own =
          header.type() == LayerType.FACILITIES || header.type() == LayerType.SITES
              ? statements.execute("imports/add_facilities", version.id(), version.key().kind())
              : statements.execute(
                  "imports/add_" + VersionDifference.table(header.type()), version.id());
      versions.add(version.withOwn(own));
    }
    Map<Integer, Integer> before = versionsBefore();
    if (before.isEmpty()) {
      return Difference.ofFirst(mode, rows);
    }
    return new LayerMerge(statements, mode, header.type())
        .run(versions, before, this::addVersionOf);
  }

  /**
   * The versions whose rows may come again: of the layers that the file makes versions of, and for
   * an upsert of all kinds of the source, since a facility may change its kind.
   */
  private Map<Integer, Integer> versionsBefore() throws SQLException {
    List<String> made = versions.stream().map(version -> version.key().kind()).toList();
    Map<Integer, Integer> before = new LinkedHashMap<>();
    statements.query(
        row -> {
          if (mode == ImportMode.UPSERT || made.contains(row.getString("kind"))) {
            before.put(row.getInt("id"), row.getInt("row_count"));
          }
        },
        "imports/current_layers",
        city.id(),
        Codes.of(header.type()),
        header.source());
    return before;
  }

  /** A version for the rows that stay of a kind that the file has none of. */
  private StagedVersion addVersionOf(int before) throws SQLException {
    String[] kind = new String[1];
    statements.query(row -> kind[0] = row.getString("kind"), "imports/kind_of_version", before);
    return addVersion(kind[0]);
  }

  /** Makes the versions those of the city's next data version. */
  CommittedImport finish(Difference difference, String reportJson, int importId, String by)
      throws SQLException {
    List<CommittedImport.NewVersion> made = new ArrayList<>();
    for (StagedVersion version : versions) {
      statements.execute(
          "imports/finish_version", version.rows(), reportJson, importId, version.id());
      made.add(new CommittedImport.NewVersion(version.key(), version.number(), version.rows()));
    }
    int next = flip(by);
    return new CommittedImport(made, next, changes, difference, CommittedImport.Outcome.STORED);
  }

  private int flip(String by) throws SQLException {
    List<Integer> layers = versions.stream().map(StagedVersion::layerId).toList();
    List<Integer> ids = versions.stream().map(StagedVersion::id).toList();
    int next =
        new CityFlip(statements, city.id(), header.city(), city.dataVersion())
            .replacing(layers, ids, "import", by);
    for (StagedVersion version : versions) {
      LayerPruning.run(statements, version.layerId(), header.type());
    }
    return next;
  }
}
