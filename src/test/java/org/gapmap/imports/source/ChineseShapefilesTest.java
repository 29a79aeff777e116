package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gapmap.domain.UserError;
import org.gapmap.imports.source.EncodingChoice.From;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Real Chinese shapefiles, their texts as their owners wrote them. Counts of fields, parts, holes
 * and points are GDAL 3.6.2's.
 */
final class ChineseShapefilesTest {
  @Test
  void readsCommunitiesWithoutAnyHint() {
    Rows rows = Rows.of(RealData.path("communities/shanghai_tongji/communities.shp"));
    assertThat(rows.features()).hasSize(15);
    assertThat(rows.description().geometryType()).isEqualTo("polygon");
    assertThat(rows.description().encoding().from()).isEqualTo(From.GB18030_FALLBACK);
    assertThat(rows.description().crs()).isPresent();
    assertThat(rows.column("XQMC")).contains("同济新村");
    assertThat(rows.problemCodes()).isEmpty();
  }

  @Test
  void asksWhichLayerOfAFolderIsMeant() {
    var folder = RealData.path("communities/shenzhen_nanshan");
    assertThatThrownBy(() -> Rows.of(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("communities, fitness")
        .hasMessageContaining("--layer");
    Rows rows = Rows.of(folder, new ReadOptions(Optional.of("communities"), Optional.empty()));
    assertThat(rows.features()).hasSize(28);
    assertThat(rows.column("XQMC")).contains("创世纪滨海花园", "钻石楼");
  }

  @Test
  void followsTheLanguageByte() {
    Rows rows = Rows.of(RealData.path("shapefiles/chinese/shanghai_districts_gbk"));
    assertThat(rows.features()).hasSize(17);
    assertThat(rows.description().encoding().from()).isEqualTo(From.LANGUAGE_BYTE);
    assertThat(rows.description().encoding().sentence().en()).contains("0x4D");
    assertThat(rows.features().stream().flatMap(f -> f.fields().values().stream())).contains("杨浦区");
  }

  @Test
  void readsSeventyEightCountiesWithoutAPrj() {
    Rows rows = Rows.of(RealData.path("shapefiles/chinese/anhui_counties_gbk_noprj"));
    assertThat(rows.features()).hasSize(78);
    assertThat(rows.description().fieldNames()).hasSize(136);
    assertThat(rows.description().crs()).isEmpty();
    assertThat(rows.description().sample().getMinX()).isBetween(114.0, 116.0);
    assertThat(rows.features().stream().flatMap(f -> f.fields().values().stream()))
        .anyMatch(t -> t.contains("安徽"));
  }

  @Test
  void followsTheCpgAgainstTheLanguageByte() {
    Rows rows = Rows.of(RealData.path("shapefiles/chinese/cp936_cpg_vs_ldid"));
    assertThat(rows.features().get(0).fields()).containsValue("测试中文");
    assertThat(rows.description().encoding().from()).isEqualTo(From.CPG_FILE);
    assertThat(rows.description().encoding().sentence().en()).contains("936").contains("GB18030");
  }

  @Test
  void fallsBackToGb18030() {
    Rows rows = Rows.of(RealData.path("shapefiles/chinese/geotools_chinese_poly"));
    assertThat(rows.features().get(0).fields()).containsValue("黑龙江省");
    assertThat(rows.description().encoding().from()).isEqualTo(From.GB18030_FALLBACK);
  }

  @Test
  void readsTownshipsWithTheirPartsAndHoles() {
    Rows rows = Rows.of(RealData.path("shapefiles/chinese/beijing_townships_utf8"));
    assertThat(rows.features()).hasSize(331);
    assertThat(rows.description().encoding().charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(rows.description().fieldNames()).anyMatch(n -> n.matches("[\u4e00-\u9fff]+"));
    int multipart = 0;
    int holes = 0;
    int points = 0;
    for (SourceFeature f : rows.features()) {
      var shape = f.geometry().orElseThrow();
      multipart += shape instanceof MultiPolygon ? 1 : 0;
      points += shape.getNumPoints();
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        holes += ((Polygon) shape.getGeometryN(i)).getNumInteriorRing();
      }
    }
    assertThat(multipart).isEqualTo(64);
    assertThat(holes).isEqualTo(142);
    assertThat(points).isEqualTo(136_123);
  }

  @Test
  void readsAChineseColumnName() {
    DbfTable table =
        DbfTable.open(RealData.path("shapefiles/chinese/gdal_chinese/chinese.dbf")).orElseThrow();
    try (table) {
      table.decodeAs(CharsetNames.GB18030);
      assertThat(table.names()).hasSize(1).allMatch(n -> n.matches("[\u4e00-\u9fff]+.*"));
    }
  }

  @Test
  void saysThatADbfAloneHasNoShapes() {
    var dbf = RealData.path("shapefiles/chinese/gdal_chinese/chinese.dbf");
    assertThatThrownBy(() -> Rows.of(dbf))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no .shp");
  }
}
