package org.gapmap.generate;

import static org.gapmap.generate.StreetNames.words;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names as such towns give them: old lanes in the core, works in the west, gardens in the east. */
final class CommunityNames {
  record Name(String stem, String whole) {}

  private static final Map<Zone, List<String>> STEMS =
      Map.of(
          Zone.CORE,
          words(
"""
仓桥 文庙 鼓楼 司马 学前 马道 铁匠 油坊 染坊 鱼市 米市 菜园 竹竿 箍桶
察院 县后 书院 贡院 城隍 三元 五福 六合 九曲 牌楼 石桥 板桥 双井 甜水
大槐 老榆 椿树 枣林 桃园 梨园 草市 花牌 灯笼 纸坊 磨盘 盐店 茶庵 糖坊
钟楼 月牙 西门 南门 东门 水关 粮食局 邮电局 商业局 教育局 百货公司
医药公司 人民医院 第一中学 印刷厂 食品公司 新华 解放 和平
"""),
          Zone.WEST,
          words(
"""
棉纺 印染厂 针织厂 毛纺厂 纺机厂 机床厂 轴承厂 化肥厂 水泵厂 搪瓷厂 灯泡厂
电机厂 阀门厂 橡胶厂 造纸厂 玻璃厂 罐头厂 肉联厂 供电局 制药厂 工人 纺工
红旗 跃进 西关 西苑 劳动
"""),
          Zone.NORTH,
          words(
"""
北关 站前 建工 农机 师专 地质队 煤建公司 运输公司 铁路 北苑 东风 光明
团结 胜利 迎宾 育才 园丁 望岭 岭下 榆荫 松柏 安康 富民
"""),
          Zone.SOUTH,
          words(
"""
南岸 渡口 柳林 沙洲 柑园 白鹭 江畔 望江 苇塘 船厂 砖瓦厂 航运公司 水文站
滨江 南苑 渔光 江南 临江 桥南 龙泉 清河 芦荡 平安 兴隆 菱湾 河湾
"""),
          Zone.EAST,
          words(
"""
东湖 锦绣 阳光 金桂 翠湖 天和 丽景 紫荆 玉兰 香樟 湖滨 水岸 书香 康乐
世纪 新城 湖畔 银杏 枫林 嘉和 祥云 凤鸣 怡景 绿洲
"""));

  private static final Map<Zone, List<String>> SUFFIXES =
      Map.of(
          Zone.CORE,
              words(
"""
里 里 小区 小区 新村 大院 坊 苑 西里 东里 南里 北里
"""),
          Zone.WEST, List.of("新村", "家属院", "家属院", "生活区", "小区", "大院", "宿舍"),
          Zone.NORTH, List.of("新村", "小区", "小区", "里", "家属院", "苑", "东里", "西里"),
          Zone.SOUTH, List.of("新村", "小区", "小区", "苑", "里", "坊", "东村", "西村"),
          Zone.EAST, List.of("花园", "苑", "家园", "小区", "佳苑", "新苑", "雅苑"));

  private static final List<String> PHASES = List.of("一期", "二期", "三期");
  private static final List<String> VILLAGES = List.of("一村", "二村", "三村");

  private final Dice dice;
  private final Set<String> taken = new HashSet<>();

  CommunityNames(Dice dice) {
    this.dice = dice;
  }

  /** One name for each of some neighbours: phases of one estate where there are several. */
  List<Name> next(Zone zone, int neighbours) {
    while (true) {
      String stem = dice.pick(STEMS.getOrDefault(zone, List.of()));
      String suffix = dice.pick(SUFFIXES.getOrDefault(zone, List.of()));
      boolean works = stem.endsWith("厂") || stem.endsWith("局") || stem.endsWith("公司");
      if (works && !List.of("家属院", "新村", "生活区", "大院").contains(suffix)) {
        suffix = "家属院";
      }
      if (stem.endsWith(suffix)) {
        continue;
      }
      if (neighbours == 1 && dice.chance(0.06)) {
        suffix = suffix + dice.pick(List.of("东区", "西区", "南区", "北区"));
      }
      if (!taken.add(stem + suffix)) {
        continue;
      }
      if (neighbours == 1) {
        return List.of(new Name(stem, stem + suffix));
      }
      boolean villages = suffix.equals("新村");
      String estate = villages ? stem : stem + suffix;
      List<Name> phases =
          (villages ? VILLAGES : PHASES)
              .subList(0, neighbours).stream()
                  .map(phase -> new Name(stem, estate + phase))
                  .toList();
      if (phases.stream().allMatch(name -> taken.add(name.whole()))) {
        return phases;
      }
    }
  }
}
