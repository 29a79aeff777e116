package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gapmap.imports.DrawnTable.box;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.assess.Cities;
import org.gapmap.domain.Building;
import org.gapmap.domain.Community;
import org.gapmap.domain.Facility;
import org.gapmap.domain.LandParcel;
import org.gapmap.domain.LandUseClass;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Population;
import org.gapmap.domain.Provision;
import org.gapmap.domain.UserError;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sizes, children, buildings and land come in. */
class NewLayersTest {
  private final ImportWorld world = new ImportWorld();

  @AfterEach
  void drop() {
    world.close();
  }

  @Test
  void aFacilitysSizesAndKeyComeInAndABareAreaIsAskedAbout() {
    DrawnTable table =
        new DrawnTable("point", "名称", "编号", "床位", "建筑面积", "用地面积（公顷）")
            .row("POINT (121.5 31.2)", "甲", "W-1", "20", "350.5", "0.1")
            .row("POINT (121.51 31.2)", "乙", "W-1", "", "0", "不详");

    world.of(LayerType.FACILITIES, Path.of("x")).opener(table.opener()).kind("fitness").run();

    Facility first = world.city().facilities().get(0);
    assertThat(first.provision())
        .isEqualTo(
            new Provision(OptionalInt.of(20), OptionalDouble.of(350.5), OptionalDouble.of(1000)));
    assertThat(first.provenance().key()).isEqualTo("W-1");
    Facility second = world.city().facilities().get(1);
    assertThat(second.provision()).isEqualTo(Provision.UNKNOWN);
    assertThat(second.provenance().key()).isEmpty();

    DrawnTable bare = new DrawnTable("point", "名称", "面积(㎡)").row("POINT (121.5 31.2)", "甲", "350");
    ImportReport asked =
        world.of(LayerType.FACILITIES, Path.of("x")).opener(bare.opener()).kind("fitness").run();

    assertThat(asked.issues()).extracting(IssueGroup::code).contains("area_ambiguous");
    assertThat(world.city().facilities().get(0).provision()).isEqualTo(Provision.UNKNOWN);
    world
        .of(LayerType.FACILITIES, Path.of("x"))
        .opener(bare.opener())
        .kind("fitness")
        .field(FieldRole.LAND_AREA, "面积(㎡)")
        .run();
    assertThat(world.city().facilities().get(0).provision().landSqm())
        .isEqualTo(OptionalDouble.of(350));
  }

  @Test
  void childrenComeInByTheSchoolsThatTheyNeed() {
    DrawnTable table =
        new DrawnTable("polygon", "小区名称", "XQBM", "0-3岁", "3-6岁", "6-12岁")
            .row(box(121.5, 31.2, 1), "甲", "X1", "10", "12", "")
            .row(box(121.51, 31.2, 1), "乙", "X2", "0", "3", "40");

    run(LayerType.COMMUNITIES, table);

    Community named =
        world.city().communities().stream()
            .filter(c -> c.name().equals("甲"))
            .findAny()
            .orElseThrow();
    Population first = named.population();
    assertThat(first.infants()).isEqualTo(OptionalInt.of(10));
    assertThat(first.preschoolers()).isEqualTo(OptionalInt.of(12));
    assertThat(first.pupils()).isEmpty();
    assertThat(named.provenance().key()).isEqualTo("X1");
  }

  @Test
  void buildingsSayWhoLivesThereOrHowMuchFloorThereIs() {
    DrawnTable table =
        new DrawnTable("polygon", "楼号", "用途", "户数", "建筑面积", "层数")
            .row(box(121.5, 31.2, 1), "1", "住宅", "24", "1800", "6")
            .row(box(121.501, 31.2, 1), "2", "住宅", "", "", "6")
            .row(box(121.502, 31.2, 1), "3", "配电房", "", "40", "1")
            .row(box(121.503, 31.2, 1), "4", "商业", "8", "900", "3")
            .row(box(121.504, 31.2, 1), "5", "甲乙丙", "", "", "");

    ImportReport report = run(LayerType.BUILDINGS, table);

    assertThat(report.rows().stored()).isEqualTo(4);
    assertThat(report.issues().stream().map(group -> group.code() + " " + group.count()))
        .contains(
            "not_residential 1",
            "floor_from_footprint 1",
            "use_not_understood 1",
            "nobody_known 1");
    assertThat(
            world.query(
                "SELECT name, households, ST_Contains(ST_MakeEnvelope(121.5, 31.2, 121.506, 31.201,"
                    + " 4326), place) FROM building ORDER BY row_number"))
        .containsExactly("1|24|t", "2|null|t", "4|8|t", "5|null|t");
    double footprint =
        world.number(
            "SELECT ST_Area(ST_MakeEnvelope(121.501, 31.2, 121.502, 31.201, 4326)::geography)");
    assertThat(world.number("SELECT floor_sqm FROM building WHERE name = '2'"))
        .isCloseTo(6 * footprint, org.assertj.core.data.Percentage.withPercentage(0.001));
  }

  @Test
  void landUseIsReadFromWordsAndKeptAsWritten() {
    DrawnTable table =
        new DrawnTable("polygon", "用地性质")
            .row(box(121.5, 31.2, 1), "R2")
            .row(box(121.501, 31.2, 1), "公园绿地")
            .row(box(121.502, 31.2, 1), "???");

    ImportReport report = run(LayerType.LAND_USE, table);

    assertThat(
            world.query("SELECT category, attributes->>'land_use' FROM shape ORDER BY row_number"))
        .containsExactly("residential|R2", "green|公园绿地", "other|???");
    assertThat(report.issues()).extracting(IssueGroup::code).contains("land_use_not_understood");
  }

  @Test
  void aCityHoldsWhatSurroundsIt() {
    run(
        LayerType.AREAS,
        new DrawnTable("polygon", "名称", "级别")
            .row(box(121.5, 31.2, 10), "杨浦区", "")
            .row(box(121.5, 31.2, 5), "四平路", "街道")
            .row(box(121.5, 31.2, 2), "某地", ""));
    run(LayerType.LAND_USE, new DrawnTable("polygon", "用地性质").row(box(121.5, 31.2, 1), "G1"));
    run(
        LayerType.BUILDINGS,
        new DrawnTable("point", "编号", "户数", "建筑面积", "60岁以上")
            .row("POINT (121.5005 31.2005)", "L1", "24", "1800.5", "30"));

    Surroundings around = world.city().surroundings();

    assertThat(around.areas())
        .extracting(area -> area.level() + " " + area.name())
        .containsExactly("DISTRICT 杨浦区", "SUBDISTRICT 四平路");
    assertThat(around.landUse()).extracting(LandParcel::use).containsExactly(LandUseClass.GREEN);
    assertThat(around.landUse().get(0).shape().getEnvelopeInternal().getMinX()).isEqualTo(121.5);
    Building building = around.buildings().get(0);
    assertThat(List.of(building.lon(), building.lat())).containsExactly(121.5005, 31.2005);
    assertThat(building.floorSqm()).isEqualTo(OptionalDouble.of(1800.5));
    assertThat(building.population().households()).isEqualTo(OptionalInt.of(24));
    assertThat(building.population().elderly()).isEqualTo(OptionalInt.of(30));
    assertThat(building.population().residents()).isEmpty();
    assertThat(building.provenance().key()).isEqualTo("L1");
    assertThat(building.provenance().file()).isEqualTo("drawn.shp");
  }

  @Test
  void anOlderDataVersionIsReadAsItWas() {
    run(LayerType.COMMUNITIES, new DrawnTable("polygon", "XQMC").row(box(121.5, 31.2, 1), "旧"));
    run(LayerType.COMMUNITIES, new DrawnTable("polygon", "XQMC").row(box(121.5, 31.2, 1), "新"));

    Cities cities = new Cities(world.cities(), world.streets(), KindCatalogue.load());

    assertThat(cities.get(ImportWorld.CITY, 1).community(0).name()).isEqualTo("旧");
    assertThat(cities.get(ImportWorld.CITY, 1)).isSameAs(cities.get(ImportWorld.CITY, 1));
    assertThat(cities.get(ImportWorld.CITY, 2)).isSameAs(cities.get(ImportWorld.CITY));
    assertThatThrownBy(() -> cities.get(ImportWorld.CITY, 3))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no data version 3");
  }

  @Test
  void landWithoutAFieldForItsUseIsAnError() {
    DrawnTable table = new DrawnTable("polygon", "TBBH").row(box(121.5, 31.2, 1), "7");

    assertThatThrownBy(() -> run(LayerType.LAND_USE, table))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--field category=")
        .hasMessageContaining("TBBH");
  }

  private ImportReport run(LayerType type, DrawnTable table) {
    return world.of(type, Path.of("x")).opener(table.opener()).run();
  }
}
