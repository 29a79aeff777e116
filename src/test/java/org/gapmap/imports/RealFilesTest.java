package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.gapmap.domain.Community;
import org.gapmap.domain.Facility;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.gapmap.imports.source.RealData;
import org.gapmap.store.Completeness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of real offices. Counts, texts, positions and areas are what GDAL 3.6.2 says of them, taken
 * by hand with ogrinfo and ogr2ogr (areas in an equal-area projection on GRS 80).
 */
class RealFilesTest {
  private static final String AREA = "SELECT sum(ST_Area(boundary::geography)) FROM community";

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
  void communitiesOfTongji() {
    ImportReport report =
        world
            .of(LayerType.COMMUNITIES, RealData.path("communities/shanghai_tongji/communities.shp"))
            .run();

    assertThat(report.rows().read()).isEqualTo(15);
    assertThat(report.rows().stored()).isEqualTo(15);
    assertThat(report.rows().repaired()).isZero();
    assertThat(report.evidence().encoding().value()).isEqualTo("GB18030");
    assertThat(report.evidence().crs().value()).contains("CGCS2000").contains("120E");
    assertThat(report.evidence().fields())
        .extracting(field -> field.role() + "=" + field.field() + " " + field.sample())
        .containsExactly("name=XQMC 书香公寓", "key=OSMID 18788117");
    assertThat(world.city().communities())
        .extracting(Community::name)
        .contains("书香公寓", "同济新村", "大连西路30弄", "密云小区 - 西区", "巴林小区伊敏河路50弄", "通远大楼");
    assertThat(world.number(AREA)).isCloseTo(699_115.484, withinPercentage(0.001));
    assertThat(world.city().communities())
        .allSatisfy(c -> assertThat(c.population().residents()).isEmpty());
  }

  @Test
  void communitiesOfNanshanWhoseNamesAreNumbersOfHouses() {
    ImportReport report =
        world
            .of(
                LayerType.COMMUNITIES,
                RealData.path("communities/shenzhen_nanshan/communities.shp"))
            .run();

    assertThat(report.rows().stored()).isEqualTo(28);
    assertThat(world.number(AREA)).isCloseTo(152_496.975, withinPercentage(0.001));
    assertThat(world.query("SELECT name FROM community ORDER BY row_number LIMIT 3"))
        .containsExactly("钻石楼", "14栋", "9栋");
  }

  @Test
  void fitnessGroundsOfTongjiAreDoubted() {
    ImportReport report =
        world
            .of(LayerType.FACILITIES, RealData.path("communities/shanghai_tongji/fitness.shp"))
            .kind("fitness")
            .run();

    assertThat(report.rows().stored()).isEqualTo(22);
    assertThat(report.rows().byKind()).containsOnly(java.util.Map.entry("fitness", 22));
    List<Facility> facilities = world.city().facilities();
    assertThat(facilities.get(0).place().getCoordinate().x)
        .isCloseTo(121.496309708811, within(1e-8));
    assertThat(facilities.get(0).place().getCoordinate().y).isCloseTo(31.28500155, within(1e-8));
    assertThat(facilities)
        .extracting(f -> f.subtype() + " " + f.name())
        .contains("pitch 同济大学篮球场", "sports_centre sports_centre", "sports_hall sports_hall");
    assertThat(report.issues(ImportIssue.Severity.WARNING))
        .extracting(IssueGroup::code)
        .containsExactlyInAnyOrder(
            "access_suspect", "access_unknown", "status_unknown", "completeness_assumed");
    assertThat(group(report, "access_suspect").examples())
        .containsExactly("row 3: 同济大学篮球场", "row 15: 南校区运动场");
  }

  @Test
  void fitnessGroundsOfNanshan() {
    ImportReport report =
        world
            .of(LayerType.FACILITIES, RealData.path("communities/shenzhen_nanshan/fitness.shp"))
            .kind("健身场地")
            .run();

    assertThat(report.rows().stored()).isEqualTo(28);
    assertThat(world.query("SELECT name FROM facility WHERE subtype = 'sports_hall'"))
        .containsExactly("游泳馆");
    assertThat(world.number("SELECT ST_X(place) FROM facility WHERE name = '海边足球场'"))
        .isCloseTo(113.934815903946, within(1e-8));
  }

  @Test
  void aCanteenStandsWhereItIsOnceItsShiftIsTakenOff() {
    ImportReport report =
        world
            .of(LayerType.FACILITIES, RealData.path("points/shanghai_elderly_canteens_gcj02.csv"))
            .kind("elderly_canteen")
            .crs("gcj02")
            .run();

    assertThat(report.rows().stored()).isEqualTo(97);
    assertThat(world.query("SELECT name FROM facility ORDER BY row_number LIMIT 1"))
        .containsExactly("定海路街道隆昌路睦邻社区长者食堂");
    // OpenStreetMap's 密云路 runs there; read as WGS-84 the canteen lies 456 m from it.
    assertThat(
            world.number(
                "SELECT ST_Distance(place::geography,"
                    + " 'LINESTRING(121.4921383 31.2784216, 121.4921335 31.2785421,"
                    + " 121.4920336 31.2796933)'::geography)"
                    + " FROM facility WHERE name LIKE '%密云%'"))
        .isLessThan(8);
    assertThat(world.query("SELECT attributes->>'address' FROM facility WHERE name LIKE '%密云%'"))
        .containsExactly("上海市杨浦区密云路358号");
  }

  @Test
  void kindergartensTakeTheirKindFromAPathOfCategories() {
    ImportReport report =
        world
            .of(LayerType.FACILITIES, RealData.path("points/shanghai_kindergartens_wgs84.csv"))
            .kindField("TYPE")
            .completeFor("all")
            .run();

    assertThat(report.rows().read()).isEqualTo(2284);
    assertThat(report.rows().byKind()).containsOnly(java.util.Map.entry("kindergarten", 2284));
    assertThat(world.query("SELECT DISTINCT subtype FROM facility"))
        .containsExactly("科教文化服务;学校;幼儿园");
    assertThat(report.completeness().asserted()).isTrue();
    assertThat(report.issues(ImportIssue.Severity.WARNING))
        .extracting(IssueGroup::code)
        .contains("crs_assumed")
        .doesNotContain("access_suspect", "completeness_assumed");
  }

  @ParameterizedTest
  @CsvSource({
    "shanghai_districts_gbk/区县界_area.shp, 17, 26, 6849.421, 宝山区, 杨浦区",
    "anhui_counties_gbk_noprj/chinese_encoding.shp, 78, 78, 140277.171, 天长市, 全椒县",
    "beijing_townships_utf8/beijing.shp, 331, 556, 16405.419, 建外街道, 汤河口镇",
    "geotools_chinese_poly/chinese_poly.shp, 1, 1, 448354.504, 黑龙江省, 黑龙江省",
  })
  void areasOfEveryChinesePolygonFile(
      String file, int rows, int parts, double squareKilometres, String name, String another) {
    ImportReport report =
        world.of(LayerType.AREAS, RealData.path("shapefiles/chinese/" + file)).run();

    assertThat(report.rows().stored()).isEqualTo(rows);
    assertThat(report.rows().refused()).isZero();
    assertThat(world.areas().listNames(ImportWorld.CITY)).contains(name, another);
    assertThat(world.number("SELECT sum(ST_NumGeometries(shape)) FROM shape")).isEqualTo(parts);
    assertThat(
            world.number(
                "SELECT sum(ST_Area(ST_Transform(shape, '+proj=cea +ellps=GRS80'))) / 1e6 FROM shape"))
        .isCloseTo(squareKilometres, withinPercentage(0.001));
    assertThat(world.number("SELECT count(*) FROM shape WHERE NOT ST_IsValid(shape)")).isZero();
  }

  @Test
  void countiesWithoutAPrjAreTakenAsDegreesWithAWarning() {
    ImportReport report =
        world
            .of(
                LayerType.AREAS,
                RealData.path("shapefiles/chinese/anhui_counties_gbk_noprj/chinese_encoding.shp"))
            .run();

    assertThat(report.evidence().crs().value()).contains("CGCS2000");
    assertThat(report.issues(ImportIssue.Severity.WARNING))
        .extracting(IssueGroup::code)
        .contains("crs_assumed");
  }

  @Test
  void aLineFileIsStreets() {
    ImportReport report =
        world
            .of(
                LayerType.STREETS,
                RealData.path("shapefiles/chinese/cp936_cpg_vs_ldid/file_cp936.shp"))
            .field(FieldRole.NAME, "TEST")
            .crs("wgs84")
            .run();

    assertThat(report.rows().stored()).isEqualTo(1);
    assertThat(world.query("SELECT name, ST_GeometryType(shape) FROM shape"))
        .containsExactly("测试中文|ST_MultiLineString");
  }

  @Test
  void canteensAreCompleteForTwoDistricts() {
    world
        .of(
            LayerType.AREAS,
            RealData.path("shapefiles/chinese/shanghai_districts_gbk/区县界_area.shp"))
        .run();
    ImportReport report =
        world
            .of(LayerType.FACILITIES, RealData.path("points/shanghai_elderly_canteens_gcj02.csv"))
            .kind("elderly_canteen")
            .crs("gcj02")
            .completeFor("杨浦区,长宁区")
            .run();

    assertThat(report.completeness().text()).isEqualTo("杨浦区,长宁区");
    assertThat(report.completeness().asserted()).isTrue();
    assertThat(report.issues()).extracting(IssueGroup::code).doesNotContain("completeness_assumed");
    Completeness stored =
        world.city().layers().stream()
            .filter(layer -> layer.key().type() == LayerType.FACILITIES)
            .findFirst()
            .orElseThrow()
            .completeness();
    // 杨浦区 60.489 km2 and 长宁区 36.975 km2.
    assertThat(stored.area()).isPresent();
    assertThat(
            world.number(
                "SELECT ST_Area(complete_for::geography) / 1e6 FROM layer_version"
                    + " WHERE complete_for IS NOT NULL"))
        .isCloseTo(97.463, withinPercentage(0.01));
  }

  @Test
  void anUnknownAreaIsAnErrorThatNamesNearOnes() {
    world
        .of(
            LayerType.AREAS,
            RealData.path("shapefiles/chinese/shanghai_districts_gbk/区县界_area.shp"))
        .run();
    var request =
        world
            .of(LayerType.FACILITIES, RealData.path("points/shanghai_elderly_canteens_gcj02.csv"))
            .kind("elderly_canteen")
            .crs("gcj02")
            .completeFor("杨浦");

    assertThatThrownBy(request::run)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no area '杨浦'")
        .hasMessageContaining("did you mean 杨浦区");
    assertThat(world.number("SELECT count(*) FROM facility")).isZero();
  }

  private static IssueGroup group(ImportReport report, String code) {
    return report.issues().stream().filter(g -> g.code().equals(code)).findFirst().orElseThrow();
  }
}
