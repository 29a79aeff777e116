package org.gapmap.export;

import org.gapmap.domain.LocalizedText;

/** What a format cannot hold of a table. A number of rows or values is put in for {@code #}. */
enum Loss {
  PROJECTED(
      "坐标经过投影换算：再导入时与原值相差不到 1e-8 度（约 1 毫米），不再逐位相同",
      "coordinates were projected: they come back within 1e-8 degrees (about 1 mm), not bit for bit"),
  NO_ORIGIN("不含数据来源（城市、图层、版本、原文件）", "where the data comes from (city, layer, version, file)"),
  NO_TYPES("不区分数值与文本：数值以文本写出", "which columns are numbers: all values are text"),
  NO_CRS(
      "不含坐标系：不是经纬度时，再导入须用 --crs 指定",
      "the coordinate system: where it is not degrees, say it with --crs when importing again"),
  DIGITS(
      "数值只保留 15 位有效数字，与电子表格一致（经纬度误差不到 1e-12 度）",
      "digits of numbers beyond the fifteenth, as spreadsheets count (degrees within 1e-12)"),
  GEOJSON_CRS(
      "RFC 7946 规定坐标为 WGS-84，本文件按旧式 crs 成员声明了另一坐标系，GDAL、QGIS 与 GapMap 能识别，其他软件可能忽略",
      "RFC 7946 knows WGS-84 alone: the older crs member names the system, which GDAL, QGIS and"
          + " GapMap read and other programs may ignore"),
  NAMES_CUT(
      "# 个字段名超过十个字节，已截短；对照表在压缩包的 _fields.csv 中",
      "# field names longer than ten bytes: they were cut, and _fields.csv in the zip lists them"),
  TEXTS_CUT("# 个文本过长，已在字符边界截断", "# texts that are too long: they were cut between characters"),
  MIXED_FORMS(
      "一个 shapefile 只能有一种图形：点与面分成两个文件",
      "shapes of two kinds in one shapefile: points and polygons are in two of them"),
  PARTS_REORDERED("环的起点方向按格式要求调整，图形不变", "which way rings turn: shapes are the same"),
  FORMULAS(
      "# 个文本以公式符号（= + - @）开头，前面加了撇号，以免电子表格执行",
      "# texts that begin like a formula (= + - @): they have an apostrophe in front, so that no"
          + " spreadsheet runs them"),
  SHAPES_TOO_LONG(
      "# 个图形的文本超过单元格的 32,767 个字符，已留空",
      "# shapes whose text is longer than the 32,767 characters of a cell: they were left empty"),
  CONTROL_CHARACTERS(
      "# 个文本含有该格式不允许的控制字符，已去除", "# texts with control characters: those were left out"),
  PERSONAL("# 个含个人信息的字段未导出", "# columns of personal data: they are never exported");

  private final String zh;
  private final String en;

  Loss(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  LocalizedText text(long count) {
    String number = Long.toString(count);
    return new LocalizedText(zh.replace("#", number), en.replace("#", number));
  }
}
