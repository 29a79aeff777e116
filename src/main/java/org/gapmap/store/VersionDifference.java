package org.gapmap.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gapmap.domain.LayerType;

/** Counts what differs between stored versions, and names the first few. */
final class VersionDifference {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EXAMPLES = 10;

  /** Columns that are no property of the row itself; shapes are told in words. */
  private static final Set<String> NOT_TOLD =
      Set.of(
          "layer_version_id",
          "id",
          "ordinal",
          "row_number",
          "origin_version",
          "origin_row",
          "place",
          "shape",
          "boundary");

  private final ImportStatements statements;

  VersionDifference(ImportStatements statements) {
    this.statements = statements;
  }

  /** Rows that differ among those that are the same place. */
  int countChanged(String table) throws SQLException {
    return statements.execute("difference/changed_" + table);
  }

  /**
   * @param losing the versions before whose rows are gone where they were not matched
   */
  List<Difference.Example> examples(String table, List<Integer> made, List<Integer> losing)
      throws SQLException {
    return examples("difference/examples_" + table, EXAMPLES, made, EXAMPLES, losing, EXAMPLES);
  }

  int countChangedCommunities(StagedVersion version) throws SQLException {
    return statements.execute("difference/changed_communities", version.id(), version.before());
  }

  List<Difference.Example> communityExamples(StagedVersion version) throws SQLException {
    return examples(
        "difference/examples_communities",
        EXAMPLES,
        version.before(),
        version.id(),
        EXAMPLES,
        version.id(),
        version.before(),
        EXAMPLES);
  }

  boolean isOtherRaster(StagedVersion version) throws SQLException {
    boolean[] changed = new boolean[1];
    statements.query(
        row -> changed[0] = row.getBoolean("changed"),
        "difference/changed_population",
        version.id(),
        version.before());
    return changed[0];
  }

  private List<Difference.Example> examples(String query, Object... values) throws SQLException {
    List<Difference.Example> examples = new ArrayList<>();
    statements.query(
        row ->
            examples.add(
                new Difference.Example(
                    Codes.read(Difference.Change.class, row.getString("change")),
                    row.getInt("row_number"),
                    row.getString("source_key"),
                    row.getString("name"),
                    fields(row.getString("before"), row.getString("after")))),
        query,
        values);
    return examples;
  }

  private static List<Difference.Field> fields(String before, String after) {
    Map<String, String> was = flat(before);
    Map<String, String> is = flat(after);
    Set<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    List<Difference.Field> fields = new ArrayList<>();
    for (String name : names) {
      String one = was.getOrDefault(name, "");
      String other = is.getOrDefault(name, "");
      if (!one.equals(other)) {
        fields.add(new Difference.Field(name, one, other));
      }
    }
    return fields;
  }

  private static Map<String, String> flat(String json) {
    Map<String, String> values = new HashMap<>();
    try {
      JSON.readTree(json)
          .properties()
          .forEach(
              column -> {
                if (column.getKey().equals("attributes")) {
                  column.getValue().properties().forEach(field -> put(values, field));
                } else if (!NOT_TOLD.contains(column.getKey())) {
                  put(values, column);
                }
              });
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL gave JSON that can't be read", e);
    }
    return values;
  }

  private static void put(Map<String, String> values, Map.Entry<String, JsonNode> f) {
    if (!f.getValue().isNull()) {
      values.put(f.getKey(), f.getValue().asText());
    }
  }

  /** The tables of a type's rows, as the queries' names spell them. */
  static String table(LayerType type) {
    return switch (type) {
      case COMMUNITIES -> "communities";
      case FACILITIES, SITES -> "facilities";
      case STREETS, AREAS, LAND_USE, GATES, ADDRESSES -> "shapes";
      case BUILDINGS -> "buildings";
      case POPULATION -> "population";
    };
  }
}
