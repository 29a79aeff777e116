package org.gapmap.imports;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gapmap.imports.DrawnTable.box;

import java.nio.file.Path;
import org.gapmap.domain.LayerType;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void tellsWhatBecameOfTheFileAsJsonAndAsText() {
    try (ImportWorld world = new ImportWorld()) {
      DrawnTable table =
          new DrawnTable("polygon", "XQMC", "RKS", "电话")
              .row(box(121.5, 31.2, 1), "里仁新村", "约百人", "13812345678")
              .row("", "同德里", "5", "");

      ImportReport report =
          world.of(LayerType.COMMUNITIES, Path.of("x")).opener(table.opener()).run();

      assertThatJson(ReportJson.of(report).toString())
          .and(
              json -> json.node("read").isEqualTo(2),
              json -> json.node("stored").isEqualTo(1),
              json -> json.node("refused").isEqualTo(1),
              json -> json.node("encoding.value").isEqualTo("UTF-8"),
              json -> json.node("encoding.evidenceEn").isEqualTo("valid UTF-8"),
              json -> json.node("fields[0].role").isEqualTo("name"),
              json -> json.node("fields[0].field").isEqualTo("XQMC"),
              json -> json.node("fields[0].sample").isEqualTo("里仁新村"),
              json -> json.node("droppedFields").isArray().containsExactly("电话"),
              json -> json.node("refusedRows[0].row").isEqualTo(2),
              json -> json.node("refusedRows[0].code").isEqualTo("null_shape"),
              json -> json.node("refusedByReason[0].count").isEqualTo(1),
              json -> json.node("layers[0].version").isEqualTo(1),
              json -> json.node("dataVersion").isEqualTo(1),
              json -> json.node("changes.added").isEqualTo(1));
      // What the page shows of a layer is the list of warnings in the stored report.
      assertThatJson(world.query("SELECT report->'warnings' FROM layer_version").get(0))
          .isArray()
          .anySatisfy(
              warning ->
                  assertThatJson(warning)
                      .and(
                          json -> json.node("code").isEqualTo("value_not_understood"),
                          json -> json.node("count").isEqualTo(1),
                          json -> json.node("messageZh").isString().contains("未知"),
                          json ->
                              json.node("examples").isArray().containsExactly("row 1 RKS: 约百人")));
      assertThat(ReportText.of(report, false))
          .contains("2 rows read, 1 stored, 1 refused", "  null_shape x1: no shape", "    row 2");
      assertThat(ReportText.of(report, true)).contains("读取 2 行，存入 1 行，拒绝 1 行");
    }
  }
}
