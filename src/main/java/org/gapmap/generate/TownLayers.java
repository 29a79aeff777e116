package org.gapmap.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gapmap.geo.DbfField;
import org.gapmap.geo.ShapefileLayer;

/** The files of a synthetic city and their columns, named as offices name them. */
final class TownLayers {
  /** Facility files and the kinds in each. */
  static final Map<String, List<ServicePattern>> FACILITIES = facilities();

  private TownLayers() {}

  private static Map<String, List<ServicePattern>> facilities() {
    Map<String, List<ServicePattern>> files = new LinkedHashMap<>();
    files.put("elderly_canteens", List.of(ServicePattern.CANTEEN));
    files.put("fitness", List.of(ServicePattern.FITNESS));
    files.put("childcare", List.of(ServicePattern.CHILDCARE));
    files.put(
        "services",
        List.of(
            ServicePattern.KINDERGARTEN,
            ServicePattern.DAY_CARE,
            ServicePattern.HEALTH,
            ServicePattern.MARKET,
            ServicePattern.PRIMARY_SCHOOL));
    files.put("culture_stations", List.of(ServicePattern.CULTURE));
    return Collections.unmodifiableMap(files);
  }

  /** What the keys of a facility file begin with. */
  static String letters(String file) {
    return switch (file) {
      case "elderly_canteens" -> "ST";
      case "fitness" -> "JS";
      case "childcare" -> "TY";
      case "services" -> "GF";
      case "culture_stations" -> "WH";
      default -> throw new IllegalArgumentException(file + " holds no facilities");
    };
  }

  static List<ShapefileLayer> all(boolean withBuildings) {
    List<ShapefileLayer> layers = new ArrayList<>();
    layers.add(
        new ShapefileLayer(
            "areas",
            ShapefileLayer.POLYGONS,
            List.of(DbfField.text("MC", 40), DbfField.text("JB", 8), DbfField.text("SSQ", 40))));
    layers.add(
        new ShapefileLayer(
            "streets",
            ShapefileLayer.LINES,
            List.of(DbfField.text("MC", 40), DbfField.text("DLDJ", 10))));
    layers.add(communities());
    layers.add(gates());
    FACILITIES.keySet().forEach(file -> layers.add(facilities(file)));
    layers.add(
        new ShapefileLayer(
            "parks",
            ShapefileLayer.POLYGONS,
            List.of(
                DbfField.text("BH", 8),
                DbfField.text("MC", 60),
                DbfField.text("LX", 10),
                DbfField.text("ZT", 10),
                DbfField.text("KFDX", 24),
                DbfField.number("YDMJ", 8))));
    layers.add(
        new ShapefileLayer(
            "land_use", ShapefileLayer.POLYGONS, List.of(DbfField.text("YDXZ", 24))));
    if (withBuildings) {
      layers.add(buildings());
    }
    layers.add(sites());
    return layers;
  }

  private static ShapefileLayer communities() {
    return new ShapefileLayer(
        "communities",
        ShapefileLayer.POLYGONS,
        List.of(
            DbfField.text("XQBM", 12),
            DbfField.text("XQMC", 60),
            DbfField.text("SSQ", 40),
            DbfField.text("JDMC", 40),
            DbfField.number("JZND", 4),
            DbfField.text("GZZT", 16),
            DbfField.number("HS", 6),
            DbfField.number("RKS", 6),
            DbfField.number("LNRK", 6),
            DbfField.number("YYES", 6),
            DbfField.number("XLQET", 6),
            DbfField.number("XXS", 6),
            DbfField.number("MJ", 9)));
  }

  private static ShapefileLayer gates() {
    return new ShapefileLayer(
        "gates",
        ShapefileLayer.POINTS,
        List.of(DbfField.text("DMMC", 60), DbfField.text("CRKLX", 16), DbfField.text("KQZT", 8)));
  }

  /** Points with the columns that every list of facilities here has. */
  static ShapefileLayer facilities(String file) {
    return new ShapefileLayer(
        file,
        ShapefileLayer.POINTS,
        List.of(
            DbfField.text("BH", 8),
            DbfField.text("MC", 80),
            DbfField.text("LX", 30),
            DbfField.text("ZT", 10),
            DbfField.text("KFDX", 24),
            DbfField.number("RL", 6),
            DbfField.number("JZMJ", 6),
            DbfField.number("YDMJ", 6),
            DbfField.text("DZ", 60)));
  }

  private static ShapefileLayer buildings() {
    return new ShapefileLayer(
        "buildings",
        ShapefileLayer.POINTS,
        List.of(
            DbfField.text("LDBM", 12),
            DbfField.text("LDMC", 8),
            DbfField.text("JZYT", 4),
            DbfField.number("HS", 4),
            DbfField.number("JZMJ", 6),
            DbfField.number("CS", 2)));
  }

  private static ShapefileLayer sites() {
    return new ShapefileLayer(
        "sites",
        ShapefileLayer.POINTS,
        List.of(
            DbfField.text("MC", 80),
            DbfField.number("MJ", 6),
            DbfField.number("LC", 2),
            DbfField.number("CB", 6),
            DbfField.text("CQ", 20),
            DbfField.text("ZBD", 16),
            DbfField.text("PY", 4),
            DbfField.text("DZ", 60)));
  }
}
