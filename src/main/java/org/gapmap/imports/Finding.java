package org.gapmap.imports;

import static org.gapmap.imports.ImportIssue.Severity.REFUSED;
import static org.gapmap.imports.ImportIssue.Severity.REPAIRED;
import static org.gapmap.imports.ImportIssue.Severity.WARNING;

import java.util.Locale;
import org.gapmap.domain.LocalizedText;
import org.gapmap.imports.ImportIssue.Severity;

/** What the checks of an import can find, besides what the readers report of a file. */
enum Finding {
  WRONG_GEOMETRY(
      REFUSED, "几何类型不适用于该图层", "the shape is of a type that this kind of layer can't use"),
  SEVERAL_POINTS(REFUSED, "一行含多个点，请拆成每点一行", "the row holds several points; make a row of each"),
  OUTSIDE_WORLD(
      REFUSED,
      "坐标为 0,0 或不在经纬度范围内",
      "the coordinates are 0,0 or outside the range of longitude and latitude"),
  BEYOND_REPAIR(
      REFUSED, "图形无效，修复后没有剩下可用的面", "the shape is invalid, and repairing it leaves nothing usable"),
  UNKNOWN_KIND(
      REFUSED,
      "设施类别不在目录中；请修改该字段的值，或按类别分别用 --kind 导入",
      "the kind is not in the catalogue; change the value, or import these rows with --kind"),
  SAME_PLACE(
      REFUSED,
      "与另一份名单中的设施是同一处，按要求未重复存储；示例为对方编号",
      "the same place as a facility of another list, and left out as asked; the examples give its"
          + " id"),
  INVALID_REPAIRED(
      REPAIRED,
      "图形无效（自相交、环方向等），已按结构修复；示例为面积变化",
      "invalid polygons were repaired, keeping their structure; the examples give the change of"
          + " area"),
  LEFTOVERS_DROPPED(REPAIRED, "丢弃了不足 1 平方米的碎片", "parts of less than one square metre were dropped"),
  PLACED_BY_ADDRESS(
      WARNING,
      "没有坐标，已按地址匹配到位置；位置是近似的（属性 place_approximate）",
      "without coordinates; placed at the same address of the city's layers, which is approximate"
          + " (attribute place_approximate)"),
  PLACED_BY_COMMUNITY(
      WARNING,
      "没有坐标，已按地址或名称中的小区名放在该小区内；位置是近似的（属性 place_approximate）",
      "without coordinates; placed inside the community that the address or the name names, which is"
          + " approximate (attribute place_approximate)"),
  PLACED_BY_CLICK(
      WARNING,
      "位置由人工在地图上点选（属性 place_approximate）",
      "placed by a click on the map (attribute place_approximate)"),
  ADDRESS_UNMATCHED(
      REFUSED,
      "只有地址，没有坐标，也没有匹配到小区或地址图层；请在地图上点选位置，或先导入小区、地址图层",
      "an address without coordinates that matches no community and no layer of addresses; place it"
          + " by a click, or import communities or addresses first"),
  NO_NAME(WARNING, "没有名称", "rows without a name"),
  NAME_UNMAPPED(
      WARNING,
      "没有识别出名称字段；用 --field name=字段名 指定",
      "no field was recognised as the name; say which with --field name=FIELD"),
  VALUE_NOT_UNDERSTOOD(
      WARNING,
      "数值无法识别，按“未知”处理（不是 0）",
      "values that could not be read were taken as unknown, never as zero"),
  RENOVATION_UNCLEAR(
      WARNING,
      "改造状态的写法无法识别，该行照常导入，状态按“未知”处理；请写作：已改造、改造中、计划改造、未改造",
      "renovation states that could not be read were taken as unknown, and the rows kept; write"
          + " renovated, under way, planned or not renovated"),
  ALL_ZERO(
      WARNING,
      "该字段每一行都是 0，视为未填写，按“未知”处理",
      "the field is 0 in every row: taken as not filled in, so unknown"),
  DUPLICATE_ROW(WARNING, "名称和图形与前面的行完全相同", "the same name and shape as an earlier row"),
  DUPLICATE_KEY(
      WARNING,
      "编码与前面的行重复，该行改按名称和位置识别",
      "the key was already used by an earlier row; this one is identified by name and place"),
  KEY_IN_LAYER(
      WARNING,
      "追加的行与图层中已有的行编码相同，已存入，但不再带该编码；如需替换原有的行，请用 --mode upsert",
      "appended rows have a key that the layer has already; they were stored without it. To replace"
          + " the rows that are there, use --mode upsert"),
  FAR_AWAY(
      WARNING,
      "离图层的其余部分很远（距中心超过 100 公里，且超过四分之三图形所在范围的五倍），请核对坐标",
      "far from the rest of the layer (more than 100 km from its middle, and five times as far as"
          + " three quarters of it): check the coordinates"),
  AREA_AMBIGUOUS(
      WARNING,
      "“面积”没有说明是建筑面积还是用地面积，未采用；用 --field floor_area=字段名 或 --field land_area=字段名 指定",
      "the field does not say whether it is floor or land area, and was not taken for either; name"
          + " it with --field floor_area=FIELD or --field land_area=FIELD"),
  NOT_RESIDENTIAL(
      REFUSED, "不住人的建筑，不计入人口", "a building that nobody lives in: it does not count people"),
  USE_NOT_UNDERSTOOD(
      WARNING,
      "建筑用途无法识别，按可能住人处理",
      "the building's use was not understood; it counts as one that people may live in"),
  FLOOR_FROM_FOOTPRINT(
      WARNING, "没有建筑面积，按基底面积 × 层数推算", "without a floor area; estimated as footprint times storeys"),
  NOBODY_KNOWN(
      WARNING,
      "住户、人口、建筑面积都没有，该建筑不能用于推算人口",
      "neither households, residents nor floor area are known; the building says nothing about"
          + " people"),
  AREA_LEVEL_UNKNOWN(
      WARNING,
      "无法判断是区县、街道还是社区，不能按其汇总；级别所在字段用 --field category=字段名 指定",
      "neither its level nor its name says whether it is a district, a sub-district or a"
          + " neighbourhood, so nothing is counted by it; name the field with --field"
          + " category=FIELD"),
  STREET_CLASS_UNKNOWN(
      WARNING,
      "道路等级无法识别，按可步行的道路处理；类别所在字段用 --field category=字段名 指定",
      "the street's class was not understood; it counts as a road that people walk along. Name the"
          + " field with --field category=FIELD"),
  GATE_CLOSED(WARNING, "出入口已关闭，不作为出入口", "gates that are closed: they are kept, and no way in"),
  SEVERAL_BANDS(WARNING, "栅格有多个波段，只采用第一个", "the raster has several bands; the first was taken"),
  NEGATIVE_PEOPLE(
      WARNING,
      "栅格中有负数或超过十亿的数，按“无数据”处理",
      "cells below zero, or above a billion, were taken as without data"),
  LAND_USE_NOT_UNDERSTOOD(
      WARNING, "用地类别无法识别，按“其他”处理", "the land use was not understood, and taken as other"),
  ACCESS_SUSPECT(
      WARNING,
      "名称像学校或高校的场地，可能不对居民开放，但按“开放情况未知”计入了服务",
      "the name is that of a school's or a university's ground, which may be closed to residents;"
          + " it counts as serving them, flagged"),
  ACCESS_UNKNOWN(
      WARNING,
      "所有设施都没有开放对象信息，均按“未知”计入服务；若有该字段，用 --field access=字段名 指定",
      "who may use them is not known for any of the facilities, and all count as serving; if a"
          + " field says it, name it with --field access=FIELD"),
  STATUS_UNKNOWN(
      WARNING,
      "所有设施都没有运营状态信息，均按“未知”计入服务；若有该字段，用 --field status=字段名 指定",
      "whether they are open is not known for any of the facilities, and all count as serving; if a"
          + " field says it, name it with --field status=FIELD"),
  COMPLETENESS_ASSUMED(
      WARNING,
      "未说明名单在哪些区域是完整的，按全市完整处理：名单之外一律算缺口。若只覆盖部分区域，请用 --complete-for 说明；确实覆盖全市则用 --complete-for all",
      "nothing says where the list is complete, so the whole city was assumed: whatever it leaves"
          + " out becomes a gap. If it covers a part only, say which with --complete-for; if it"
          + " does cover the whole city, say --complete-for all"),
  COMPLETE_ELSEWHERE(
      WARNING,
      "名单中没有一处设施位于 --complete-for 所说的完整范围内：该范围内将一律算缺口，请核对范围和坐标",
      "none of the facilities lies where --complete-for says that the list is complete: everything"
          + " there becomes a gap; check the area and the coordinates"),
  PERSONAL_DATA(WARNING, "疑似个人信息的字段未存储", "columns that look like personal data were not stored"),
  PERSONAL_MASKED(
      WARNING,
      "文字中的电话或身份证号已隐去（以 *** 代替）",
      "telephones or identity numbers inside texts were taken out (*** stands in their place)");

  private final Severity severity;
  private final String zh;
  private final String en;

  Finding(Severity severity, String zh, String en) {
    this.severity = severity;
    this.zh = zh;
    this.en = en;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  LocalizedText message() {
    return new LocalizedText(zh, en);
  }

  /** About the file as a whole. */
  ImportIssue ofFile(String detail) {
    return at(0, "", detail);
  }

  ImportIssue at(int row, String field, String detail) {
    return new ImportIssue(row, field, code(), message(), severity, detail);
  }
}
