package org.gapmap.imports.doctor;

import java.util.Locale;
import org.gapmap.domain.LocalizedText;

/** What can be wrong or doubtful with shapes and where they lie. */
enum GeometryCode {
  SELF_INTERSECTION(
      "边界自相交，导入时按结构修复；面积为修复引起的变化",
      "the boundary crosses or touches itself; an import repairs it, and the area is what that changes"),
  RINGS_MISPLACED(
      "环的次序或位置不对（内环在外环之外、嵌套等），导入时修复",
      "rings in the wrong order or place (holes outside, rings within rings); an import repairs them"),
  DUPLICATE_RINGS("同一个环出现两次，导入时修复", "the same ring stands there twice; an import repairs it"),
  TOO_FEW_POINTS("环的点数不足，导入时修复", "a ring of too few points; an import repairs it"),
  OVERLAP("两个面重叠（1 平方米以上）", "two shapes overlap (by 1 m2 or more)"),
  CONTAINED("一个面几乎全部（95% 以上）位于另一个面内", "a shape lies almost wholly (95 % or more) within another"),
  SAME_SHAPE("两行的面完全相同", "two rows have the very same shape"),
  NEARLY_SAME_SHAPE(
      "两行的面几乎相同（重叠 95% 以上）", "two rows have nearly the same shape (95 % or more in common)"),
  GAP(
      "面之间有狭缝（窄于 3 米，四面封闭）",
      "slivers of nobody's land between shapes (narrower than 3 m, closed all round)"),
  NEARLY_TOUCHING("两个面之间相距不足 3 米但没有贴合", "two shapes run less than 3 m apart without touching"),
  SAME_POINT("多行位于同一个点，可能是按区域中心定位的", "several rows lie at the very same point"),
  NULL_ISLAND("坐标为 0,0 或接近 0,0", "the coordinates are 0,0 or nearly so"),
  AXES_SWAPPED(
      "经纬度（或东、北坐标）写反了：对调后正好落在其余各行附近",
      "longitude and latitude (or east and north) are swapped: turned round, they lie with the rest"),
  FAR_AWAY("离其余各行很远", "far from all the other rows"),
  OUTSIDE_CITY("位于城市现有图层的范围之外（5 公里以上）", "outside the layers that the city has (by more than 5 km)"),
  TOO_MANY_TO_COMPARE(
      "图形太多，重叠和狭缝只检查了前面的部分",
      "too many shapes: overlaps and gaps were looked for among the first of them only"),
  IN_NO_AREA("不在任何行政区内", "in none of the administrative areas"),
  IN_TWO_AREAS(
      "大致均分在两个行政区之间（第二个占 40% 以上）；计入占比最大的一个",
      "about equally in two areas (40 % or more in the second); counted in the one with most of it");

  private final String zh;
  private final String en;

  GeometryCode(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  LocalizedText message() {
    return new LocalizedText(zh, en);
  }
}
