package org.gapmap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.gapmap.assess.World;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.TargetGroup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunStoreTest {
  private static final RunNorm NORM =
      new RunNorm(
          0.04,
          new LocalizedText("餐位", "diners"),
          "per_person_of_group",
          "条 / clause",
          "unverified");

  private static TestDatabase database;
  private static RunStore runs;
  private static CitySnapshot city;

  @BeforeAll
  static void aCityOfTwoCommunitiesAndACanteen() {
    database = TestDatabase.fresh();
    runs = new RunStore(database.dataSource());
    new World()
        .community("里仁", 1200, 0, 0, 100, 100)
        .community("仁里", -1, 200, 0, 300, 100)
        .facility("elderly_canteen", "食堂", 50, 50)
        .store(new LayerStore(database.dataSource()), "wuhan");
    city = new CityStore(database.dataSource()).findSnapshot("wuhan").orElseThrow();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void aRunReadsBackAsItWasStored() {
    long id = store(columns());

    RunKind kind = runs.listKinds(id).get(0);

    assertThat(kind.rule())
        .isEqualTo(
            new RunRule(
                "elderly_canteen",
                500,
                "straight",
                "条 / clause",
                "源 / s",
                2020,
                "unverified",
                true));
    assertThat(kind.group()).isEqualTo(TargetGroup.ELDERLY_60);
    assertThat(kind.norm()).contains(NORM);
    assertThat(kind.sizes()).isEqualTo("verified");
    assertThat(kind.columns().status(0)).isEqualTo("partial");
    assertThat(kind.columns().status(1)).isEqualTo("unknown");
    assertThat(kind.columns().number(RunNumber.SHARE, 0)).isEqualTo(0.75);
    assertThat(kind.columns().number(RunNumber.SHARE, 1)).isNaN();
    assertThat(kind.columns().number(RunNumber.SERVED, 0)).isNaN();
    assertThat(runs.facilityNames(id).get(kind.columns().nearest(0))).isEqualTo("食堂");
    assertThat(kind.columns().nearest(1)).isZero();
    assertThat(runs.listCommunities(id))
        .extracting(RunCommunity::name)
        .containsExactly(city.communities().get(0).name(), city.communities().get(1).name());
    assertThat(runs.findLatest("wuhan", city.dataVersion(), "test"))
        .map(RunHeader::id)
        .hasValue(id);
    assertThat(runs.find(999_999)).isEmpty();
  }

  @Test
  void theViewGivesNullForWhatIsUnknownAndNamesTheNearestFacility() throws SQLException {
    long id = store(columns());

    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT community, share, status, nearest_facility, served, verification"
                    + " FROM run_row WHERE run_id = "
                    + id
                    + " ORDER BY share NULLS LAST")) {
      row.next();
      assertThat(row.getString("community")).isEqualTo(city.communities().get(0).name());
      assertThat(row.getDouble("share")).isEqualTo(0.75);
      assertThat(row.getString("nearest_facility")).isEqualTo("食堂");
      assertThat(row.getString("verification")).isEqualTo("unverified");
      assertThat(row.getObject("served")).isNull();
      row.next();
      assertThat(row.getObject("share")).isNull();
      assertThat(row.getString("status")).isEqualTo("unknown");
      assertThat(row.getObject("nearest_facility")).isNull();
      assertThat(row.next()).isFalse();
    }
  }

  /** What was stored before results became columns: only the nearest facility's name is lost. */
  @Test
  void runsOfTheFirstSchemaKeepTheirNumbers() throws SQLException {
    Flyway first = flyway("1");
    first.migrate();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = old, public");
      statement.execute(
          "INSERT INTO city (key, name) VALUES ('a', 'A');"
              + "INSERT INTO run (city_id, data_version, standard_id, standard) VALUES (1, 1, 's',"
              + " '{\"rules\": [{\"kind\": \"fitness\","
              + " \"citation\": {\"clause\": \"c\", \"verification\": \"VERIFIED\"}}]}');"
              + "INSERT INTO run_result VALUES (1, 0, 'fitness', 300, 'straight', '{7,8}', '{x,y}',"
              + " '{0.25,NULL}', '{gap,unknown}', '{100,NULL}', '{75,NULL}', '{n,\"\"}',"
              + " '{412.5,NULL}')");
      flyway("latest").migrate();
      try (ResultSet row =
          statement.executeQuery("SELECT status, share, nearest_m, people_basis FROM run_kind")) {
        row.next();
        assertThat(row.getString("status")).isEqualTo("gu");
        assertThat(row.getString("people_basis")).isEqualTo("cu");
        assertThat((Object[]) row.getArray("share").getArray()).containsExactly(0.25f, Float.NaN);
        assertThat((Object[]) row.getArray("nearest_m").getArray())
            .containsExactly(412.5f, Float.NaN);
      }
      statement.execute("RESET search_path");
    }
  }

  private static Flyway flyway(String target) {
    return Flyway.configure()
        .dataSource(database.dataSource())
        .locations("classpath:db/migration")
        .schemas("old")
        .target(target)
        .load();
  }

  private static RunColumns columns() {
    RunColumns columns = RunColumns.unknown(2);
    columns.setStatus(0, 'p');
    columns.setPeopleBasis(0, 'c');
    columns.set(RunNumber.SHARE, new float[] {0.75f, Float.NaN});
    var canteen = city.facilities().get(0).provenance();
    columns.setNearest(0, canteen.layerVersion(), canteen.row());
    return columns;
  }

  private static long store(RunColumns columns) {
    RunRule rule =
        new RunRule(
            "elderly_canteen", 500, "straight", "条 / clause", "源 / s", 2020, "unverified", true);
    RunKind kind =
        new RunKind(rule, TargetGroup.ELDERLY_60, "verified", Optional.of(NORM), columns);
    return runs.addRun(
        "wuhan", city.dataVersion(), World.standard("elderly_canteen", 500), List.of(kind));
  }
}
