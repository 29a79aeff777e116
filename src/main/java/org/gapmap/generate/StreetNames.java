package org.gapmap.generate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of streets and lanes, none twice. */
final class StreetNames {
  private static final List<String> STREETS =
      words(
"""
解放 和平 新华 文化 青年 胜利 工农 民主 光明 友谊 团结 前进 健康 迎宾
体育场 公园 花园 育才 学府 东风 红旗 朝阳 振兴 长江 黄河 泰山 嵩山 湖滨
站前 柳林 梧桐 桂花 银杏 松柏 杨柳 枫林 清河 龙泉 凤鸣 望岭 榆荫 临江
安康 富民
""");
  private static final List<String> LANES =
      words(
"""
仓桥 司马 学前 马道 井 铁匠 油坊 染坊 豆腐 鱼市 米市 菜园 竹竿 箍桶
打索 察院 县后 书院 贡院 观音 城隍 关帝 火神 三元 五福 六合 八字 九曲
十字 牌楼 石牌 石桥 板桥 双井 甜水 苦水 大槐 小槐 老榆 椿树 枣林 桃园
梨园 芦席 草市 骡马 花牌 灯笼 纸坊 磨盘 碾子 炭场 盐店 茶庵 酒仙 糖坊
醋坊 酱园 皮坊 钟鼓 半边 斜 弯 月牙
""");
  private static final List<String> SIDES = List.of("", "东", "西", "南", "北", "中", "新", "后", "前");

  private static final List<String> ORDINALS = List.of("", "二", "三", "四", "五", "六");
  private static final List<String> LANE_SUFFIXES = List.of("巷", "巷", "巷", "弄", "街");
  private static final List<String> STREET_SUFFIXES = List.of("路", "路", "街");

  private final Dice dice;
  private final Set<String> taken = new HashSet<>();

  StreetNames(Dice dice) {
    this.dice = dice;
  }

  String next(StreetClass kind) {
    List<String> stems = kind == StreetClass.LANE ? LANES : STREETS;
    for (int round = 0; ; round++) {
      String ordinal = round < ORDINALS.size() ? ORDINALS.get(round) : String.valueOf(round + 1);
      for (int attempt = 0; attempt < 40; attempt++) {
        String stem = dice.pick(stems) + (dice.chance(0.5) ? "" : dice.pick(SIDES));
        String name = stem + ordinal + suffix(kind);
        if (taken.add(name)) {
          return name;
        }
      }
    }
  }

  private String suffix(StreetClass kind) {
    return dice.pick(kind == StreetClass.LANE ? LANE_SUFFIXES : STREET_SUFFIXES);
  }

  /** Words that stand apart, as a list. */
  static List<String> words(String apart) {
    return List.of(apart.strip().split("\\s+"));
  }
}
