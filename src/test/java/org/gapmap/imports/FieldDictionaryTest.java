package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldDictionaryTest {
  private final FieldDictionary dictionary = FieldDictionary.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COMMUNITIES | OSMID,XQMC                           | name=XQMC key=OSMID",
        "COMMUNITIES | OBJECTID,小区名称,建成年代,户数,人口    | name=小区名称 build_year=建成年代 households=户数 residents=人口",
        "COMMUNITIES | FID,XQMC,XQBM,JZND,ZHS,RKS,LNRK      | name=XQMC key=XQBM build_year=JZND households=ZHS residents=RKS elderly=LNRK",
        "COMMUNITIES | Name,Build_Year,HouseHolds,POPULATION | name=Name build_year=Build_Year households=HouseHolds residents=POPULATION",
        "COMMUNITIES | ＸＱＭＣ,户数（户）,60岁以上,0-3岁     | name=ＸＱＭＣ households=户数（户） elderly=60岁以上 children=0-3岁",
        "COMMUNITIES | 小区名称,MC                            | name=小区名称",
        "COMMUNITIES | ID,GRIDCODE                           | ",
        "FACILITIES  | OSMID,MC,LX                           | name=MC key=OSMID subtype=LX",
        "FACILITIES  | MC,建筑面积(㎡),占地面积（亩）,面积   | name=MC floor_area=建筑面积(㎡) land_area=占地面积（亩）",
        "FACILITIES  | MC,SSBM,JZMJ,YDMJ,MJ                  | name=MC key=SSBM floor_area=JZMJ land_area=YDMJ",
        "FACILITIES  | 名称,面积                              | name=名称",
        "COMMUNITIES | XQMC,0-3岁,3-6岁,6-12岁               | name=XQMC children=0-3岁 preschoolers=3-6岁 pupils=6-12岁",
        "COMMUNITIES | XQMC,改造状态,改造年份               | name=XQMC renovation=改造状态",
        "COMMUNITIES | 小区名称,是否改造,状态                | name=小区名称 renovation=是否改造",
        "COMMUNITIES | name,Renovation State,status          | name=name renovation=Renovation State",
        "COMMUNITIES | 名称,是否老旧小区,改造年份            | name=名称",
        "BUILDINGS   | 楼号,户数,建筑面积,层数,用途             | name=楼号 households=户数 floor_area=建筑面积 storeys=层数 category=用途",
        "BUILDINGS   | osm_id,building,building:levels       | key=osm_id storeys=building:levels category=building",
        "LAND_USE    | BSM,DLBM,DLMC,TBMJ                    | category=DLMC",
        "LAND_USE    | osm_id,code,fclass,name               | name=name category=fclass",
        "FACILITIES  | name,address,district                 | name=name",
        "FACILITIES  | 名称,餐位数,运营状态,开放对象           | name=名称 capacity=餐位数 status=运营状态 access=开放对象",
        "AREAS       | NAME,PYNAME,ADMINCODE                 | name=NAME",
        "AREAS       | geom,省,市,县,乡                       | name=乡",
        "STREETS     | osm_id,code,fclass,name               | name=name category=fclass",
        "STREETS     | 道路名称,道路等级                       | name=道路名称 category=道路等级",
      })
  void fieldsAreKnownByWhatOfficesCallThem(LayerType type, String fields, String expected) {
    assertThat(map(type, fields, Map.of())).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void namesThatADbfCutToTenBytesAreKnown() {
    // UTF-8 keeps three characters and a broken byte, GBK five.
    FieldMapping utf8 =
        dictionary.map(
            List.of("小区名\uFFFD", "常住人\uFFFD", "60岁以"), LayerType.COMMUNITIES, Map.of(), "f");
    FieldMapping gbk =
        dictionary.map(
            List.of("住宅小区名", "60岁以上老年人".substring(0, 6)), LayerType.COMMUNITIES, Map.of(), "f");

    assertThat(text(utf8)).isEqualTo("name=小区名\uFFFD residents=常住人\uFFFD elderly=60岁以");
    assertThat(utf8.find(FieldRole.RESIDENTS).orElseThrow().how()).isEqualTo(MappedField.How.CUT);
    assertThat(text(gbk)).isEqualTo("name=住宅小区名 elderly=60岁以上老");
  }

  @Test
  void ofNumberedNamesTheLastIsTaken() {
    assertThat(map(LayerType.AREAS, "PRO_NAME,NAME99,NAME9704,NAME0508", Map.of()))
        .isEqualTo("name=NAME0508");
    assertThat(map(LayerType.AREAS, "NAME_0,NAME_1,NAME_2", Map.of())).isEqualTo("name=NAME_2");
  }

  @Test
  void theUsersWordWinsAndAnEmptyOneUnmaps() {
    Map<FieldRole, String> given = new LinkedHashMap<>();
    given.put(FieldRole.NAME, "alias");
    given.put(FieldRole.RESIDENTS, "");

    assertThat(map(LayerType.COMMUNITIES, "XQMC,ALIAS,RKS", given)).isEqualTo("name=ALIAS");
  }

  @Test
  void aFieldThatIsNotThereIsAnErrorThatListsThoseThatAre() {
    assertThatThrownBy(() -> map(LayerType.COMMUNITIES, "XQMC,RKS", Map.of(FieldRole.NAME, "小区")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no field '小区'")
        .hasMessageContaining("XQMC, RKS");
  }

  @Test
  void aRoleThatTheLayerDoesNotHaveIsAnError() {
    assertThatThrownBy(() -> map(LayerType.STREETS, "A", Map.of(FieldRole.RESIDENTS, "A")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("streets has no residents");
  }

  @Test
  void aHeadingInTenThousandsMultiplies() {
    FieldMapping mapping =
        dictionary.map(List.of("小区名称", "人口（万人）", "户数(百户)"), LayerType.COMMUNITIES, Map.of(), "f");

    assertThat(mapping.find(FieldRole.RESIDENTS).orElseThrow().multiplier()).isEqualTo(10_000);
    assertThat(mapping.find(FieldRole.HOUSEHOLDS).orElseThrow().multiplier()).isEqualTo(100);
    assertThat(mapping.find(FieldRole.NAME).orElseThrow().multiplier()).isEqualTo(1);
  }

  @Test
  void aHeadingsUnitThatADbfCutStillMultipliesAndOneThatIsGoneUnmaps() {
    FieldMapping cut = dictionary.map(List.of("人口（万人"), LayerType.COMMUNITIES, Map.of(), "f");
    assertThat(cut.find(FieldRole.RESIDENTS).orElseThrow().multiplier()).isEqualTo(10_000);

    assertThat(map(LayerType.COMMUNITIES, "常住人口（", Map.of())).isEmpty();
    assertThat(map(LayerType.COMMUNITIES, "人口（\uFFFD", Map.of())).isEmpty();
  }

  private String map(LayerType type, String fields, Map<FieldRole, String> given) {
    return text(dictionary.map(Arrays.asList(fields.split(",")), type, given, "file.shp"));
  }

  private static String text(FieldMapping mapping) {
    return String.join(
        " ", mapping.fields().stream().map(f -> f.role().id() + "=" + f.field()).toList());
  }
}
