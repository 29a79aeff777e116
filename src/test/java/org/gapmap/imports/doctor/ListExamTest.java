package org.gapmap.imports.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gapmap.imports.source.RealData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file against what the city has already: its areas, its other lists, its current version. */
class ListExamTest {
  @TempDir Path folder;
  private Practice practice;

  @BeforeEach
  void open() {
    practice = new Practice(folder);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private static String box(double west, double south, double east, double north) {
    return String.format(
        java.util.Locale.ROOT,
        "\"POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))\"",
        west,
        south,
        east,
        north);
  }

  private void districts() {
    practice.run(
        practice.csv(
            "areas.csv",
            "名称,级别,wkt",
            "甲区,区," + box(121, 31, 121.1, 31.1),
            "乙区,区," + box(121.1, 31, 121.2, 31.1),
            "丙区,区," + box(121.2, 31, 121.3, 31.1)),
        "{'type': 'areas', 'crs': 'EPSG:4490'}");
  }

  @Test
  void communitiesInNoAreaAndInTwoAboutEquallyAreTold() {
    districts();
    Path file =
        practice.csv(
            "c.csv",
            "小区名称,wkt",
            "里," + box(121.05, 31.05, 121.051, 31.051),
            "跨," + box(121.0994, 31.05, 121.1004, 31.051),
            "斜," + box(121.0992, 31.06, 121.1002, 31.061),
            "外," + box(121.31, 31.05, 121.311, 31.051));

    assertThat(
            practice
                .examine(file, "{'type': 'communities', 'crs': 'EPSG:4490'}")
                .examination()
                .geometry())
        .extracting(f -> f.code() + " " + f.count() + " " + f.examples().get(0).name())
        .containsExactly("in_no_area 1 外: district", "in_two_areas 1 跨: 甲区 / 乙区");
  }

  @Test
  void theQuestionOfCompletenessNamesTheAreasThatHoldRowsAndAssumesNone() {
    districts();
    Path file =
        practice.csv("f.csv", "名称,lon,lat", "一,121.05,31.05", "二,121.06,31.05", "三,121.15,31.05");

    Preview preview = practice.examine(file, "{'type': 'facilities', 'kind': '长者食堂'}");
    assertThat(preview.examination().completeness()).isPresent();
    Preview.CompletenessQuestion question = preview.examination().completeness().get();
    assertThat(question.question().en()).contains("2 of 3 districts");
    assertThat(question.areas())
        .extracting(area -> area.name() + " " + area.level() + " " + area.rows())
        .containsExactly("甲区 district 2", "乙区 district 1");
    assertThat(preview.report().orElseThrow().completeness().asserted()).isFalse();
  }

  @Test
  void aPlaceOfAnotherListIsProposedAndLeftOutOnlyWhereTheUserSaysSo() {
    practice.run(
        practice.csv("a.csv", "名称,lon,lat", "隆昌路长者食堂,121.05,31.05", "别处食堂,121.08,31.05"),
        "{'type': 'facilities', 'kind': '长者食堂', 'source': '民政局'}");
    Path file =
        practice.csv(
            "b.csv", "名称,lon,lat", "定海路街道隆昌路睦邻社区长者食堂,121.0502,31.0501", "隆昌路长者食堂,121.07,31.05");
    String spec = "{'type': 'facilities', 'kind': '长者食堂', 'source': '街道'}";

    Preview preview = practice.examine(file, spec);
    assertThat(preview.report().orElseThrow().rows().stored()).isEqualTo(2);
    assertThat(preview.examination().duplicates()).hasSize(1);
    Preview.LikePlace place = preview.examination().duplicates().get(0);
    assertThat(place.row()).isEqualTo(2);
    assertThat(place.other().source()).isEqualTo("民政局");
    // 0.0002 degrees of longitude at 31.05 N are 19.1 m, 0.0001 of latitude 11.1 m.
    assertThat(place.metres()).isBetween(21.9, 22.3);

    String merged =
        spec.replace("}", ", 'merge': [{'row': 2, 'with': '" + place.other().id() + "'}]}");
    assertThat(practice.run(file, merged).rows().stored()).isEqualTo(1);
    assertThat(practice.query("SELECT count(*) FROM facility")).containsExactly("3");
  }

  @Test
  void theVeryFileAgainIsSaidToChangeNothing() {
    Path file = practice.csv("a.csv", "名称,lon,lat", "甲,121.05,31.05");
    String spec = "{'type': 'sites'}";
    practice.run(file, spec);

    assertThat(practice.examine(file, spec).file().unchanged()).isTrue();
  }

  /** PostGIS says how many of Tongji's communities a district of Shanghai holds whole. */
  @Test
  void tongjisCommunitiesLieInTheDistrictsThatPostgisSays() {
    practice.run(RealData.path("shapefiles/chinese/shanghai_districts_gbk"), "{'type': 'areas'}");
    Path file = RealData.path("communities/shanghai_tongji/communities.shp");
    String spec = "{'type': 'communities'}";
    Preview preview = practice.examine(file, spec);
    practice.run(file, spec);

    String shares =
        """
        WITH share AS (
          SELECT c.id, coalesce(ST_Area(ST_Intersection(c.boundary, s.shape)) / ST_Area(c.boundary), 0) AS part,
                 row_number() OVER (PARTITION BY c.id ORDER BY ST_Area(ST_Intersection(c.boundary, s.shape)) DESC NULLS LAST) AS place
          FROM community c LEFT JOIN shape s ON ST_Intersects(c.boundary, s.shape))
        SELECT count(*) FROM share WHERE %s""";
    assertThat(count(preview, "in_no_area"))
        .isEqualTo(practice.query(shares.formatted("place = 1 AND part = 0")).get(0));
    assertThat(count(preview, "in_two_areas"))
        .isEqualTo(practice.query(shares.formatted("place = 2 AND part >= 0.4")).get(0));
  }

  private static String count(Preview preview, String code) {
    return preview.examination().geometry().stream()
            .filter(finding -> finding.code().equals(code))
            .mapToInt(Preview.GeometryFinding::count)
            .sum()
        + "";
  }
}
