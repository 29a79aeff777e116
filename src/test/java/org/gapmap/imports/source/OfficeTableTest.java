package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

/** Tables as offices write them. */
class OfficeTableTest {
  @TempDir private Path folder;

  @Test
  void titlesTotalsNotesAndBlankRowsAreNoFacilities() throws IOException {
    Rows rows =
        csv(
            """
            杨浦区社区长者食堂一览表,,,,
            填报单位：民政局,,,2026年3月,
            ,,,,
            序号,名称,餐位,经度,纬度
            1,殷行食堂,120,121.53,31.33
            2,大桥食堂,80,121.54,31.28
            小 计,,200,,
            ,,,,
            3,合计路食堂,50,121.55,31.29
            合计：,3个,250,,
            Total,,250,,
            注：餐位为设计数,,,,
            填表人：张,,,,
            """);
    assertThat(rows.column("名称")).containsExactly("殷行食堂", "大桥食堂", "合计路食堂");
    assertThat(rows.features().stream().map(SourceFeature::row)).containsExactly(5, 6, 9);
    assertThat(rows.problemCodes()).isEmpty();
    assertThat(rows.warnings().stream().map(n -> n.code() + " " + n.text().en()))
        .containsExactly(
            "total_rows rows of totals were skipped: 7, 10, 11",
            "note_rows rows of notes were skipped: 12, 13");
  }

  @Test
  void headingsOverTwoRowsAreJoined() throws IOException {
    Rows lower =
        csv(
            """
            设施表,,,,,
            序号,名称,坐标(高德),,人数,
            ,,经度,纬度,60岁以上,3岁以下
            1,甲,121.5,31.2,30,4
            """);
    assertThat(lower.description().fieldNames())
        .containsExactly("序号", "名称", "经度（坐标 高德）", "纬度（坐标 高德）", "60岁以上（人数）", "3岁以下（人数）");
    assertThat(place(lower, 0)).isEqualTo(new Coordinate(121.5, 31.2));
    assertThat(lower.features().get(0).row()).isEqualTo(4);
    assertThat(lower.description().crs().orElseThrow().text()).isEqualTo("gcj02");

    Rows upper =
        csv(
            """
            名称,经度,纬度,人口,
            ,,,60岁以上,3岁以下
            甲,121.5,31.2,30,4
            """);
    assertThat(upper.description().fieldNames())
        .containsExactly("名称", "经度", "纬度", "60岁以上（人口）", "3岁以下（人口）");
    assertThat(upper.features()).hasSize(1);
  }

  @Test
  void oneHeadingRowIsNotJoinedWithTheFirstThing() throws IOException {
    Rows rows = csv("名称,经度,纬度,备注\n甲,,,新建\n乙,121.5,31.2,\n");
    assertThat(rows.description().fieldNames()).containsExactly("名称", "经度", "纬度", "备注");
    assertThat(rows.features()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "121°30′15.6″|31°12′|121.50433333333334|31.2",
        "121度30分15.6秒|31度12分0秒|121.50433333333334|31.2",
        "E121°30'15.6\"|N31°12'00\"|121.50433333333334|31.2",
        "东经121°30′15.6″|北纬31.2°|121.50433333333334|31.2",
        "121-30-15.6|31-12-0|121.50433333333334|31.2",
        "121 30 15.6|31 12 0|121.50433333333334|31.2",
        "121.5E|31.2N|121.5|31.2",
        "１２１．５|31.2|121.5|31.2",
      })
  void readsDegreesMinutesAndSeconds(String lon, String lat, double x, double y)
      throws IOException {
    Rows rows = csv("名称\t经度\t纬度\n甲\t" + lon + "\t" + lat + "\n");
    assertThat(rows.problemCodes()).isEmpty();
    assertThat(place(rows, 0).x).isCloseTo(x, within(1e-12));
    assertThat(place(rows, 0).y).isCloseTo(y, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "121.5,31.2",
        "121.5，31.2",
        "(121.5; 31.2)",
        "31.2,121.5",
        "N31.2, E121.5",
        "北纬31°12′，东经121°30′",
        "121.5 31.2"
      })
  void onePlaceInOneColumn(String pair) throws IOException {
    Rows rows = csv("名称\t经纬度\n甲\t" + pair + "\n");
    assertThat(place(rows, 0)).isEqualTo(new Coordinate(121.5, 31.2));
  }

  @Test
  void minutesBeyondSixtyAreNoNumber() throws IOException {
    assertThat(csv("名称\t经度\t纬度\n甲\t121°70′\t31.2\n").problemCodes())
        .containsExactly("coordinate_not_a_number");
  }

  @Test
  void heightsAndDeepBracketsInWkt() throws IOException {
    Rows rows =
        csv(
            "名称\twkt\n甲\tPOINT Z (121.5 31.2 8)\n乙\t"
                + "GEOMETRYCOLLECTION(".repeat(9000)
                + "\n"
                + "丙\tGEOMETRYCOLLECTION(POINT(1 2))\n");
    assertThat(rows.features().get(0).geometry().orElseThrow().toText())
        .isEqualTo("POINT (121.5 31.2)");
    assertThat(rows.problemCodes()).containsExactly("wkt_unreadable", "geometry_collection");
  }

  @Test
  void rowsWithAnAddressOnlyComeWithoutAPlace() throws IOException {
    Rows rows = csv("长者食堂名单,,\n序号,名称,地址\n1,殷行食堂,闸殷路1号\n2,大桥食堂,\n3,,\n合计,2,\n");
    assertThat(rows.problemCodes())
        .containsExactly("address_only", "address_only", "coordinate_missing");
    assertThat(rows.column("地址")).containsExactly("闸殷路1号", "", "");
    assertThat(rows.description().geometryType()).isEqualTo("point");
    assertThat(rows.description().sample().isNull()).isTrue();

    Rows mixed = csv("名称,地址,经度,纬度\n甲,闸殷路1号,,\n乙,,,\n丙,x,121.5,31.2\n");
    assertThat(mixed.problemCodes()).containsExactly("address_only", "coordinate_missing");
  }

  @Test
  void columnsWithoutHeadingAndValuesAreLeftOut() throws IOException {
    Rows rows = csv(",名称,,经度,纬度,,\n,甲,说明,121.5,31.2,,\n");
    assertThat(rows.description().fieldNames()).containsExactly("名称", "field_3", "经度", "纬度");
    assertThat(rows.column("field_3")).containsExactly("说明");
  }

  private static Coordinate place(Rows rows, int index) {
    return rows.features().get(index).geometry().orElseThrow().getCoordinate();
  }

  private Rows csv(String text) throws IOException {
    return Rows.of(Files.writeString(folder.resolve("a.csv"), text));
  }
}
