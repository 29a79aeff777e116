package org.gapmap.imports;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.LayerType;

/** Which type of layer a file may be, by its name and shapes; the user decides. */
public final class TypeSuggestion {
  private static final Map<String, LayerType> WORDS = new LinkedHashMap<>();

  static {
    // Earlier ones win: 小区出入口 are gates, and 建设用地 is land.
    put(LayerType.GATES, "出入口", "大门", "gate", "entrance");
    put(LayerType.ADDRESSES, "门牌", "地址", "address");
    put(LayerType.LAND_USE, "用地", "绿地", "水系", "landuse", "land_use", "land-use", "yongdi");
    put(LayerType.AREAS, "区划", "街道界", "行政", "辖区", "district", "boundar", "admin");
    put(LayerType.COMMUNITIES, "小区", "居住区", "communit", "residential", "xiaoqu");
    put(LayerType.BUILDINGS, "建筑", "楼栋", "房屋", "building", "loudong");
    put(LayerType.SITES, "闲置", "备选", "sites", "premises");
    put(LayerType.STREETS, "道路", "路网", "中心线", "road", "street");
  }

  private TypeSuggestion() {}

  private static void put(LayerType type, String... words) {
    for (String word : words) {
      WORDS.put(word, type);
    }
  }

  /**
   * @param name the layer's or the file's
   * @param geometry as {@link org.gapmap.imports.source.SourceLayer#geometry}
   */
  public static Optional<LayerType> of(String name, String geometry) {
    String folded = name.toLowerCase(Locale.ROOT);
    Optional<LayerType> named =
        WORDS.entrySet().stream()
            .filter(word -> folded.contains(word.getKey()))
            .map(Map.Entry::getValue)
            .filter(type -> fits(type, geometry))
            .findFirst();
    if (named.isPresent()) {
      return named;
    }
    return switch (geometry) {
      case "line" -> Optional.of(LayerType.STREETS);
      case "point", "multipoint" -> Optional.of(LayerType.FACILITIES);
      case "raster" -> Optional.of(LayerType.POPULATION);
      default -> Optional.empty();
    };
  }

  private static boolean fits(LayerType type, String geometry) {
    return switch (geometry) {
      case "line" -> type == LayerType.STREETS;
      case "point", "multipoint" ->
          type == LayerType.GATES
              || type == LayerType.ADDRESSES
              || type == LayerType.SITES
              || type == LayerType.BUILDINGS;
      case "polygon" ->
          type != LayerType.STREETS && type != LayerType.GATES && type != LayerType.ADDRESSES;
      case "raster" -> type == LayerType.POPULATION;
      default -> true;
    };
  }
}
