package org.gapmap.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gapmap.domain.LayerType;

/** One file per type of layer, with whatever makes a round trip hard. */
final class OfficeFiles {
  static final String LONG = "长".repeat(300) + "𠮷" + "x".repeat(200);

  private static final String HOLES =
      "MULTIPOLYGON(((121.5 31.3,121.51 31.3,121.51 31.31,121.5 31.31,121.5 31.3),"
          + "(121.502 31.302,121.502 31.304,121.504 31.304,121.504 31.302,121.502 31.302),"
          + "(121.506 31.306,121.506 31.308,121.508 31.308,121.508 31.306,121.506 31.306)),"
          + "((121.5200000000001 31.3,121.53 31.3,121.53 31.3100000000003,121.5200000000001 31.3)))";
  private static final String SQUARE =
      "POLYGON((121.54 31.3,121.55 31.3,121.55 31.31,121.54 31.31,121.54 31.3))";
  private static final String THIRD = "POLYGON((121.56 31.3,121.57 31.3,121.57 31.31,121.56 31.3))";
  private static final List<String> POLYGONS = List.of(HOLES, SQUARE, THIRD);
  private static final List<String> LINES =
      List.of(
          "MULTILINESTRING((121.5 31.3,121.51 31.30000001),(121.52 31.3,121.53 31.31,121.54 31.3))",
          "LINESTRING(121.5 31.32,121.51 31.33)",
          "LINESTRING(121.5 31.34,121.51 31.35)");
  private static final List<String> POINTS =
      List.of(
          "POINT(121.50123456789012 31.3000000000001)",
          "POINT(121.51 31.31)",
          "POINT(121.52 31.32)");

  private OfficeFiles() {}

  static List<LayerType> types() {
    return List.of(
        LayerType.COMMUNITIES,
        LayerType.FACILITIES,
        LayerType.SITES,
        LayerType.STREETS,
        LayerType.AREAS,
        LayerType.BUILDINGS,
        LayerType.LAND_USE,
        LayerType.GATES,
        LayerType.ADDRESSES);
  }

  static Path write(Path folder, LayerType type) {
    Path file = folder.resolve("office.csv");
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write('\uFEFF');
      for (List<String> row : rows(type)) {
        out.write(
            row.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(java.util.stream.Collectors.joining(",")));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return file;
  }

  private static List<List<String>> rows(LayerType type) {
    return switch (type) {
      case COMMUNITIES ->
          with(
              POLYGONS,
              List.of("小区名称", "小区编码", "建成年代", "户数", "人口", "老年人口", "name", "备注说明文字很长", "改造状态"),
              List.of(
                  "鞍山新村\"一\"", "A-1", "1998年12月", "4675户", "0", "", "English", LONG, "2023年已改造"),
              List.of("a\nb", "A-2", "", "", "12", "不详", "=1+1", "第一行\n第二行, \"引号\"", "拟拆除"),
              List.of("", "", "2003", "7", "约1.2万人", "3", "-5", "无", "未改造"));
      case FACILITIES, SITES ->
          with(
              POINTS,
              List.of("名称", "编码", "餐位", "建筑面积", "用地面积", "状态", "开放对象", "类型", "联系电话", "经度说明"),
              List.of(
                  "食堂'甲'", "F1", "80座", "1234.5㎡", "", "营业", "对外开放", "助餐点", "021-65981234", "x"),
              List.of("@乙", "F2", "0", "", "0.1", "在建", "会员", "", "", "中文\t制表"),
              List.of("丙", "F3", "", "123456789.125", "", "", "", "老年食堂", "", ""));
      case BUILDINGS ->
          with(
              POINTS,
              List.of("楼栋名称", "楼栋编码", "用途", "户数", "人口", "建筑面积", "门牌"),
              List.of("1号楼", "B1", "住宅", "12", "", "1000.25", "四平路1239号"),
              List.of("2号楼", "B2", "商住", "", "30", "", ""),
              List.of("", "", "", "0", "", "88", "\"x\""));
      case LAND_USE ->
          with(
              POLYGONS,
              List.of("地块名称", "用地性质", "容积率"),
              List.of("甲", "R2", "1.5"),
              List.of("乙", "公园绿地", ""),
              List.of("丙", "说不清", "2"));
      case AREAS ->
          with(
              POLYGONS,
              List.of("街道名称", "级别", "代码"),
              List.of("四平路街道", "街道", "310110"),
              List.of("杨浦区", "区县", "00123"),
              List.of("同济社区", "", ""));
      case STREETS ->
          with(
              LINES,
              List.of("道路名称", "道路等级", "width"),
              List.of("四平路", "主干路", "30.0"),
              List.of("", "支路", ""),
              List.of("赤峰路", "", "1e3"));
      default ->
          with(
              POINTS,
              List.of("名称", "类型", "层级备注"),
              List.of("东门", "主入口", "1"),
              List.of("西门", "", ""),
              List.of("", "", "深夜关闭"));
    };
  }

  @SafeVarargs
  private static List<List<String>> with(
      List<String> shapes, List<String> heading, List<String>... rows) {
    List<List<String>> all = new java.util.ArrayList<>();
    List<String> first = new java.util.ArrayList<>(List.of("wkt"));
    first.addAll(heading);
    all.add(first);
    for (int i = 0; i < rows.length; i++) {
      List<String> row = new java.util.ArrayList<>(List.of(shapes.get(i)));
      row.addAll(rows[i]);
      all.add(row);
    }
    return all;
  }
}
