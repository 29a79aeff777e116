package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gapmap.imports.DrawnTable.box;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gapmap.domain.Community;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.gapmap.store.CitySnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportLayerTest {
  private ImportWorld world;

  @BeforeEach
  void open() {
    world = new ImportWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void peopleAndYearsAreReadAndTheRestIsKeptAsText() {
    DrawnTable table =
        new DrawnTable("polygon", "XQMC", "户数", "人口（万人）", "LNRK", "JZND", "备注")
            .row(box(121.5, 31.2, 1), "里仁新村", "4,675户", "1.2", "320人", "1998年建成", "二期")
            .row(box(121.51, 31.2, 1), "同德里", "45栋", "不详", "0", "80年代", "");

    ImportReport report = run(LayerType.COMMUNITIES, table);

    Community first = community("里仁新村");
    assertThat(first.population().households()).isEqualTo(OptionalInt.of(4675));
    assertThat(first.population().residents()).isEqualTo(OptionalInt.of(12_000));
    assertThat(first.population().elderly()).isEqualTo(OptionalInt.of(320));
    assertThat(first.buildYear()).isEqualTo(OptionalInt.of(1998));
    Community second = community("同德里");
    assertThat(second.population().households()).isEmpty();
    assertThat(second.population().residents()).isEmpty();
    assertThat(second.population().elderly()).isEqualTo(OptionalInt.of(0));
    assertThat(second.buildYear()).isEmpty();
    assertThat(group(report, "value_not_understood").examples())
        .containsExactly("row 2 户数: 45栋", "row 2 JZND: 80年代");
    assertThat(
            world.query(
                "SELECT attributes->>'备注', attributes->>'户数' FROM community ORDER BY row_number"))
        .containsExactly("二期|4,675户", "null|45栋");
    assertThat(report.evidence().keptAsText()).containsExactly("备注");
  }

  @Test
  void aFieldOfZerosIsUnknownAndASingleZeroIsZero() {
    DrawnTable table =
        new DrawnTable("polygon", "XQMC", "RKS", "HS")
            .row(box(121.5, 31.2, 1), "A", "0", "0")
            .row(box(121.51, 31.2, 1), "B", "0.0", "120");

    ImportReport report = run(LayerType.COMMUNITIES, table);

    assertThat(community("A").population().residents()).isEmpty();
    assertThat(community("A").population().households()).isEqualTo(OptionalInt.of(0));
    assertThat(group(report, "all_zero").examples()).containsExactly("RKS: residents");
  }

  @Test
  void oneBadRowNeverStopsAGoodOne() {
    DrawnTable table =
        new DrawnTable("polygon", "XQMC")
            .row(box(121.5, 31.2, 1), "A")
            .row("", "B")
            .row("POINT (121.5 31.2)", "C")
            .row("POLYGON ((121.5 31.2, 121.6 31.2, 121.5 31.2, 121.5 31.2))", "D")
            .row(
                "POLYGON ((121.5 31.2, 121.501 31.201, 121.501 31.2, 121.5 31.201, 121.5 31.2))",
                "E")
            .row(box(123.5, 31.2, 1), "F")
            .row(box(121.5, 31.2, 1), "A");

    ImportReport report = run(LayerType.COMMUNITIES, table);

    assertThat(report.rows().read()).isEqualTo(7);
    assertThat(report.rows().stored()).isEqualTo(4);
    assertThat(report.rows().repaired()).isEqualTo(1);
    assertThat(report.rows().refused()).isEqualTo(3);
    assertThat(report.refusedRows())
        .extracting(issue -> issue.row() + " " + issue.code())
        .containsExactly("2 null_shape", "3 wrong_geometry", "4 beyond_repair");
    assertThat(group(report, "invalid_repaired").count()).isEqualTo(1);
    assertThat(group(report, "far_away").examples()).containsExactly("row 6: F 191 km");
    assertThat(group(report, "duplicate_row").examples()).containsExactly("row 7: A = row 1");
    assertThat(world.city().communities()).hasSize(4);
  }

  @Test
  void farIsFarForTheLayerNotForTheMap() {
    DrawnTable country = new DrawnTable("polygon", "XQMC");
    for (int i = 0; i < 20; i++) {
      country.row(box(105 + i, 25 + i % 8, 1), "N" + i);
    }
    country.row(box(0.01, 31.2, 1), "Greenwich");

    ImportReport report = run(LayerType.COMMUNITIES, country);

    assertThat(group(report, "far_away").examples()).hasSize(1);
    assertThat(group(report, "far_away").examples().get(0)).startsWith("row 21: Greenwich ");
  }

  @Test
  void aListWithNothingWhereItIsCompleteIsDoubted() {
    run(LayerType.COMMUNITIES, new DrawnTable("polygon", "XQMC").row(box(114, 22.5, 10), "A"));
    DrawnTable table = new DrawnTable("point", "名称").row("POINT (121.5 31.2)", "甲");

    ImportReport report =
        world
            .of(LayerType.FACILITIES, Path.of("x"))
            .opener(table.opener())
            .kind("fitness")
            .completeFor("layer:test")
            .run();

    assertThat(group(report, "complete_elsewhere").count()).isEqualTo(1);
  }

  @Test
  void aFailureInTheLastRowLeavesTheDatabaseAsItWas() {
    DrawnTable good = new DrawnTable("polygon", "XQMC").row(box(121.5, 31.2, 1), "A");
    run(LayerType.COMMUNITIES, good);
    List<String> before = contents();
    DrawnTable broken =
        new DrawnTable("polygon", "XQMC")
            .row(box(121.5, 31.2, 2), "A")
            .row(box(121.52, 31.2, 2), "B")
            .row(box(121.54, 31.2, 2), "C")
            .breakingAtTheLastRow();

    assertThatThrownBy(() -> run(LayerType.COMMUNITIES, broken)).hasMessage("the disk failed");

    assertThat(contents()).isEqualTo(before);
    assertThat(run(LayerType.COMMUNITIES, good).rows().stored()).isEqualTo(1);
  }

  @Test
  void theFirstImportOfACityThatFailsLeavesNoCity() {
    DrawnTable broken =
        new DrawnTable("polygon", "XQMC").row(box(121.5, 31.2, 2), "A").breakingAtTheLastRow();

    assertThatThrownBy(() -> run(LayerType.COMMUNITIES, broken)).hasMessage("the disk failed");

    assertThat(world.cities().listCities()).isEmpty();
  }

  @Test
  void whereNoRowIsUsableNothingIsStored() {
    DrawnTable table = new DrawnTable("point", "XQMC").row("POINT (121 31)", "A").row("", "B");

    assertThatThrownBy(() -> run(LayerType.COMMUNITIES, table))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none of its 2 rows can be used")
        .hasMessageContaining("1 x wrong_geometry")
        .hasMessageContaining("1 x null_shape");
    assertThat(world.cities().listCities()).isEmpty();
  }

  @Test
  void communitiesKeepTheirIdsAcrossImports() {
    run(
        LayerType.COMMUNITIES,
        new DrawnTable("polygon", "XQMC", "XQBM")
            .row(box(121.5, 31.2, 1), "A", "k1")
            .row(box(121.51, 31.2, 1), "B", "")
            .row(box(121.52, 31.2, 1), "C", "k3"));
    Map<String, Long> before = ids();

    ImportReport again =
        run(
            LayerType.COMMUNITIES,
            new DrawnTable("polygon", "XQMC", "XQBM")
                .row(box(121.5102, 31.2, 1), "B", "")
                .row(box(121.5001, 31.2, 1), "A renamed", "k1")
                .row(box(121.53, 31.2, 1), "D", "k4")
                .row(box(121.54, 31.2, 1), "E", "k4"));

    assertThat(ids())
        .containsEntry("B", before.get("B"))
        .containsEntry("A renamed", before.get("A"));
    assertThat(ids().get("D")).isNotIn(before.values());
    assertThat(group(again, "duplicate_key").examples()).containsExactly("row 4: k4");
    var made = again.committed().orElseThrow();
    assertThat(made.changes().added()).isEqualTo(2);
    assertThat(made.changes().kept()).isEqualTo(2);
    assertThat(made.changes().removed()).isEqualTo(1);
    assertThat(made.layers()).extracting(layer -> layer.number()).containsExactly(2);
    assertThat(made.dataVersion()).isEqualTo(2);
  }

  @Test
  void aFieldSaysEachFacilitysKindAndItsOwnWordIsKept() {
    DrawnTable table =
        new DrawnTable("point", "名称", "类别", "状态", "开放对象", "餐位数")
            .row("POINT (121.5 31.2)", "甲", "长者食堂", "营业中", "对外开放", "60座")
            .row("POINT (121.51 31.2)", "乙", "助餐点", "在建", "会员制", "")
            .row("POINT (121.52 31.2)", "丙", "火车头", "停业", "限时开放", "")
            .row("POINT (121.53 31.2)", "丁", "火车头", "怪", "怪", "若干");

    ImportReport report =
        world
            .of(LayerType.FACILITIES, Path.of("drawn.shp"))
            .opener(table.opener())
            .kindField("类别")
            .run();

    assertThat(world.city().facilities())
        .extracting(
            f ->
                f.kind() + " " + f.subtype() + " " + f.name() + " " + f.status() + " " + f.access())
        .containsExactlyInAnyOrder(
            "senior_canteen 长者食堂 甲 " + FacilityStatus.OPEN + " " + FacilityAccess.PUBLIC,
            "meal_point 助餐点 乙 " + FacilityStatus.UNDER_CONSTRUCTION + " " + FacilityAccess.MEMBERS);
    assertThat(world.city().facilities())
        .filteredOn(f -> f.name().equals("甲"))
        .extracting(Facility::capacity)
        .containsExactly(OptionalInt.of(60));
    assertThat(report.unknownKinds()).containsExactly(Map.entry("火车头", 2));
    assertThat(report.refusedRows())
        .extracting(issue -> issue.row() + " " + issue.code() + " " + issue.detail())
        .containsExactly("3 unknown_kind 火车头", "4 unknown_kind 火车头");
    assertThat(report.issues())
        .extracting(IssueGroup::code)
        .doesNotContain("access_unknown", "status_unknown");
  }

  @Test
  void columnsAboutPersonsAreNotStored() {
    DrawnTable table =
        new DrawnTable("point", "名称", "联系电话", "CONTACT", "SFZH", "OSMID", "地址")
            .row(
                "POINT (121.5 31.2)",
                "甲",
                "021-65981234",
                "13812345678",
                "x",
                "13812345678",
                "密云路1号")
            .row(
                "POINT (121.51 31.2)",
                "乙",
                "",
                "139 1234 5678".replace(" ", ""),
                "",
                "13912345678",
                "密云路2号")
            .row("POINT (121.52 31.2)", "丙", "", "13612345678", "", "13612345678", "密云路3号");

    ImportReport report =
        world.of(LayerType.FACILITIES, Path.of("x")).opener(table.opener()).kind("fitness").run();

    assertThat(report.evidence().dropped()).containsExactly("联系电话", "CONTACT", "SFZH");
    assertThat(group(report, "personal_data").count()).isEqualTo(3);
    assertThat(
            world.query("SELECT source_key, attributes FROM facility ORDER BY row_number LIMIT 1"))
        .containsExactly("13812345678|{\"地址\": \"密云路1号\"}");
  }

  @Test
  void aMissingFieldOfTheUsersIsAnErrorAndSoIsAnUnknownKind() {
    DrawnTable table = new DrawnTable("point", "名称").row("POINT (121.5 31.2)", "甲");
    var facilities = world.of(LayerType.FACILITIES, Path.of("x")).opener(table.opener());

    assertThatThrownBy(() -> facilities.kindField("类型").run())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no field '类型'")
        .hasMessageContaining("名称");
    assertThatThrownBy(() -> facilities.kind("elderly_canten").run())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("elderly_canteen");
  }

  @Test
  void sitesAndStreetsComeInToo() {
    DrawnTable sites =
        new DrawnTable("point", "坐落", "面积").row("POINT (121.5 31.2)", "密云路1号", "200");
    DrawnTable streets =
        new DrawnTable("line", "道路名称", "道路等级")
            .row("LINESTRING (121.5 31.2, 121.6 31.2)", "密云路", "支路");

    assertThat(run(LayerType.SITES, sites).rows().stored()).isEqualTo(1);
    assertThat(run(LayerType.STREETS, streets).rows().stored()).isEqualTo(1);
    assertThat(world.query("SELECT name, category FROM shape")).containsExactly("密云路|支路");
    assertThat(world.query("SELECT name FROM facility")).containsExactly("密云路1号");
  }

  @Test
  void aLayerCanSayWhereAListIsComplete() {
    run(LayerType.COMMUNITIES, new DrawnTable("polygon", "XQMC").row(box(121.5, 31.2, 10), "A"));
    DrawnTable table = new DrawnTable("point", "名称").row("POINT (121.5 31.2)", "甲");
    var facilities =
        world.of(LayerType.FACILITIES, Path.of("x")).opener(table.opener()).kind("fitness");

    ImportReport report = facilities.completeFor("layer:test").run();

    assertThat(report.issues())
        .extracting(IssueGroup::code)
        .doesNotContain("complete_elsewhere", "completeness_assumed");
    assertThat(report.completeness().area().orElseThrow().getEnvelopeInternal().getWidth())
        .isCloseTo(0.01, org.assertj.core.api.Assertions.within(1e-9));
    assertThatThrownBy(() -> facilities.completeFor("layer:nobody").run())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("its sources are test");
  }

  private ImportReport run(LayerType type, DrawnTable table) {
    return world.of(type, Path.of("drawn.shp")).opener(table.opener()).run();
  }

  private Community community(String name) {
    return world.city().communities().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Long> ids() {
    CitySnapshot city = world.city();
    return city.communities().stream()
        .collect(java.util.stream.Collectors.toMap(Community::name, Community::id));
  }

  private List<String> contents() {
    return world.query(
        "SELECT (SELECT json_agg(c) FROM city c), (SELECT json_agg(l) FROM layer l),"
            + " (SELECT json_agg(v) FROM layer_version v), (SELECT json_agg(v) FROM city_version v),"
            + " (SELECT json_agg(i) FROM community_identity i), (SELECT json_agg(m) FROM community m)");
  }

  private static IssueGroup group(ImportReport report, String code) {
    return report.issues().stream().filter(g -> g.code().equals(code)).findFirst().orElseThrow();
  }
}
